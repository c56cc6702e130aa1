import { translator } from '@/lib/i18n/translate';
import { readerPreferences } from '@/lib/pages/reader';

/** For every token we never made, whatever is wrong with it: always the same words. */
export default async function UnknownLink() {
  const { locale } = await readerPreferences();
  const t = translator(locale);
  return (
    <main className="portal mx-auto w-full max-w-[27rem] px-4 pt-10 sm:pt-[14vh]">
      <div className="card p-6">
        <h1 className="text-xl leading-snug font-semibold text-balance">
          {t('portal.unknown.title')}
        </h1>
        <p className="mt-2 text-pretty text-ink-soft">{t('portal.unknown.body')}</p>
      </div>
    </main>
  );
}
