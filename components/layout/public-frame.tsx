import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/notice';
import { direction, htmlLang, type Locale } from '@/lib/i18n/locale';
import { LanguageLinks } from './language-links';
import { Mark } from './mark';

/** Around pages that belong to no business: sign-in, sign-up, welcome. Narrow, or `wide` for a first-run form. */
export function PublicFrame({
  locale,
  skip,
  language,
  wide,
  banner,
  children,
}: {
  locale: Locale;
  skip: string;
  language: { action: string | ((form: FormData) => void | Promise<void>); next: string };
  wide?: boolean;
  banner?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      className="flex min-h-dvh flex-col bg-canvas"
      lang={htmlLang(locale)}
      dir={direction(locale)}
    >
      <a href="#main" className="skip-link">
        {skip}
      </a>
      {banner && <Banner>{banner}</Banner>}
      <div
        className={`mx-auto flex w-full grow flex-col px-4 pt-[max(2rem,9vh)] pb-8 ${wide ? 'max-w-[44rem]' : 'max-w-[25rem]'}`}
      >
        <header>
          <Mark />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mt-6 rounded-lg border border-line bg-surface p-6 outline-none sm:p-8"
        >
          {children}
        </main>
        <footer className="mt-auto pt-8">
          <LanguageLinks
            locale={locale}
            action={language.action}
            next={language.next}
            className="flex gap-1"
            itemClass="min-h-10 rounded-md px-2.5 text-sm text-ink-soft hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
          />
        </footer>
      </div>
    </div>
  );
}
