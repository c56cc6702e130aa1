import { htmlLang, LANGUAGE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locale';

/** The languages as buttons of one small form that posts `locale` and comes back. No JavaScript. */
export function LanguageLinks({
  locale,
  action,
  next,
  className,
  itemClass,
}: {
  locale: Locale;
  /** A server action, or the address of a route that takes the POST. */
  action: string | ((form: FormData) => void | Promise<void>);
  /** Where to come back to. */
  next: string;
  className?: string;
  itemClass?: string;
}) {
  const method = typeof action === 'string' ? 'post' : undefined;
  return (
    <form action={action} method={method} className={className}>
      <input type="hidden" name="next" value={next} />
      {LOCALES.map((one) => (
        <button
          key={one}
          type="submit"
          name="locale"
          value={one}
          lang={htmlLang(one)}
          className={itemClass}
          aria-current={one === locale ? 'true' : undefined}
        >
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </form>
  );
}
