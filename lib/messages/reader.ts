import type { AnyContext } from '@/lib/auth/context';
import { type Formatter, formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { type T, translator } from '@/lib/i18n/translate';

/** Words and figures for the one who will read a mail, in the business's time zone. */
export type Reader = { locale: Locale; t: T; f: Formatter };

export function readerOf(ctx: Pick<AnyContext, 'business' | 'now'>, locale: Locale): Reader {
  const { timeZone, country } = ctx.business;
  return {
    locale,
    t: translator(locale),
    f: formatter({ locale, timeZone, country, now: ctx.now }),
  };
}
