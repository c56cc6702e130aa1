import { NotHere } from '@/components/layout/not-here';
import { translator } from '@/lib/i18n/translate';
import { pageReader } from '@/lib/pages/reader';

/** Inside the frame, so that the way on is at hand; without a member there is no frame either. */
export default async function NotFound() {
  const { locale } = await pageReader();
  return <NotHere t={translator(locale)} />;
}
