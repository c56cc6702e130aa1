import { NotHere } from '@/components/layout/not-here';
import { translator } from '@/lib/i18n/translate';
import { pageReader } from '@/lib/pages/reader';

/** For an address that leads nowhere, and for a record that is not the reader's. */
export default async function NotFound() {
  const { locale } = await pageReader();
  return (
    <main className="mx-auto max-w-[44rem]">
      <NotHere t={translator(locale)} />
    </main>
  );
}
