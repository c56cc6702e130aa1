import { CircleUserRound, Languages, ShieldCheck } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { initials } from '@/components/ui/avatar';
import { Banner } from '@/components/ui/notice';
import { direction, htmlLang, LANGUAGE_NAMES, type Locale } from '@/lib/i18n/locale';
import { LanguageLinks } from './language-links';

type FormTarget = string | ((form: FormData) => void | Promise<void>);

export type PortalFrameProps = {
  locale: Locale;
  /** `brandTokens(colour)`. */
  brand: CSSProperties;
  business: { name: string; logo?: string | null; home: string };
  /** Empty on pages without a session: then there is no menu either. */
  nav: { href: string; label: string; current?: boolean }[];
  language: { action: FormTarget; next: string };
  /** The signed-in contact, absent on sign-in and link pages. */
  person?: {
    name: string;
    email: string;
    signInsHref: string;
    signOut: FormTarget;
  };
  words: {
    skip: string;
    main: string;
    language: string;
    signedInAs: string;
    signIns: string;
    signOut: string;
    trust: string;
    by: string;
  };
  footer: { legalName: string; phone?: string | null; email?: string | null };
  banner?: ReactNode;
  children: ReactNode;
};

/** Around every page of a client: the business's logo and colour, plain links, no JavaScript of its own. */
export function PortalFrame(props: PortalFrameProps) {
  const { locale, business, nav, words, footer, person, language } = props;
  return (
    <div
      className="portal"
      lang={htmlLang(locale)}
      dir={direction(locale)}
      style={props.brand}
      data-portal=""
    >
      <a href="#main" className="skip-link">
        {words.skip}
      </a>
      {props.banner && <Banner>{props.banner}</Banner>}
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex min-h-16 max-w-[68rem] items-center gap-3 px-4 sm:px-6">
          <a
            href={business.home}
            className="flex min-h-12 min-w-0 items-center gap-3 font-semibold"
          >
            <PortalLogo name={business.name} logo={business.logo} />
            <span className="line-clamp-2 py-1.5 leading-snug">{business.name}</span>
          </a>
          {nav.length > 0 && (
            <PortalNav nav={nav} label={words.main} className="ms-8 hidden md:flex" />
          )}
          <details className="relative ms-auto" name="portal-menu">
            <summary
              className="flex size-12 items-center justify-center rounded-md text-ink-soft hover:bg-sunken"
              aria-label={`${words.language}: ${LANGUAGE_NAMES[locale]}`}
            >
              <Languages className="size-5" aria-hidden="true" />
            </summary>
            <div className="portal-menu">
              <LanguageLinks
                locale={locale}
                action={language.action}
                next={language.next}
                itemClass="block aria-[current]:font-medium"
              />
            </div>
          </details>
          {person && <PortalPerson person={person} words={words} />}
        </div>
        {nav.length > 0 && (
          <PortalNav
            nav={nav}
            label={words.main}
            className="flex overflow-x-auto border-t border-line px-2 md:hidden"
          />
        )}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[68rem] grow px-4 pt-6 pb-12 outline-none sm:px-6 sm:pt-10"
      >
        {props.children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex max-w-[68rem] flex-col gap-5 px-4 py-8 text-base text-ink-soft sm:flex-row sm:justify-between sm:px-6">
          <p className="flex max-w-[34rem] items-start gap-3">
            <ShieldCheck className="mt-[.2em] size-5 shrink-0" aria-hidden="true" />
            <span className="text-pretty">{words.trust}</span>
          </p>
          <div className="flex flex-col gap-2 sm:text-end">
            <p className="text-ink">{footer.legalName}</p>
            <p>
              {footer.phone && (
                <a className="link" href={`tel:${footer.phone.replaceAll(' ', '')}`}>
                  <bdi dir="ltr">{footer.phone}</bdi>
                </a>
              )}
              {footer.phone && footer.email && ' · '}
              {footer.email && (
                <a className="link" href={`mailto:${footer.email}`}>
                  <bdi dir="ltr">{footer.email}</bdi>
                </a>
              )}
            </p>
            <p>{words.by}</p>
          </div>
        </div>
      </footer>
    </div>
  );
}

/** The business's logo, or its initial on its colour. */
export function PortalLogo({
  name,
  logo,
  large,
}: {
  name: string;
  logo?: string | null;
  large?: boolean;
}) {
  const size = large ? 'size-12' : 'size-9';
  if (logo) {
    // biome-ignore lint/performance/noImgElement: a small file of our own; the optimiser is switched off
    return <img src={logo} alt="" className={`${size} shrink-0 rounded-md object-contain`} />;
  }
  return (
    <span
      className={`${size} grid shrink-0 place-items-center rounded-md border border-(--color-accent-edge) bg-accent font-semibold text-on-accent`}
      aria-hidden="true"
    >
      {initials(name).slice(0, 1)}
    </span>
  );
}

function PortalNav({
  nav,
  label,
  className,
}: {
  nav: PortalFrameProps['nav'];
  label: string;
  className: string;
}) {
  return (
    <nav className={`gap-1 ${className}`} aria-label={label}>
      {nav.map((item) => (
        <a
          key={item.href}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          className="flex min-h-11 items-center rounded-md px-3 text-base whitespace-nowrap text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {item.label}
        </a>
      ))}
    </nav>
  );
}

function PortalPerson({
  person,
  words,
}: {
  person: NonNullable<PortalFrameProps['person']>;
  words: PortalFrameProps['words'];
}) {
  return (
    <details className="relative -ms-1" name="portal-menu">
      <summary
        className="flex size-12 items-center justify-center rounded-md text-ink-soft hover:bg-sunken"
        aria-label={`${words.signedInAs} ${person.name}`}
      >
        <CircleUserRound className="size-5" aria-hidden="true" />
      </summary>
      <div className="portal-menu">
        <p className="px-4 py-2 text-base text-ink-soft">
          {words.signedInAs}
          <span className="block text-ink">{person.name}</span>
          <bdi dir="ltr">{person.email}</bdi>
        </p>
        <a href={person.signInsHref}>{words.signIns}</a>
        <form
          action={person.signOut}
          method={typeof person.signOut === 'string' ? 'post' : undefined}
        >
          <button type="submit">{words.signOut}</button>
        </form>
      </div>
    </details>
  );
}
