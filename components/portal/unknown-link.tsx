import { direction, htmlLang, type Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';

/**
 * For every token we never made, whatever is wrong with it: always the same page. Drawn as a page of its own because
 * Next shows its not-found page by script only, and a link cut by a mail program is opened in that mail program.
 */
export function UnknownLink({ locale, t }: { locale: Locale; t: T }) {
  return (
    <div className="portal" lang={htmlLang(locale)} dir={direction(locale)}>
      <main className="mx-auto w-full max-w-[27rem] px-4 pt-10 sm:pt-[14vh]">
        <div className="card p-6">
          <h1 className="text-xl leading-snug font-semibold text-balance">
            {t('portal.unknown.title')}
          </h1>
          <p className="mt-2 text-pretty text-ink-soft">{t('portal.unknown.body')}</p>
        </div>
      </main>
    </div>
  );
}
