import { LinkButton } from '@/components/ui/button';
import { translator } from '@/lib/i18n/translate';
import { readerPreferences } from '@/lib/pages/reader';

/** For an address that leads nowhere, and for a record that is not the reader's: both look alike. */
export default async function NotFound() {
  const { locale } = await readerPreferences();
  const t = translator(locale);
  return (
    <main className="mx-auto flex max-w-[34rem] flex-col items-start gap-3 p-8">
      <h1 className="text-xl">{t('common.notFound.title')}</h1>
      <p className="text-ink-soft">{t('common.notFound.body')}</p>
      <LinkButton href="/" plain>
        {t('common.notFound.home')}
      </LinkButton>
    </main>
  );
}
