import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import type { CalendarDate } from '@/lib/time/calendar-date';

/** What the parts of the portal need of a context to say something; server components only. */
export type Reader = {
  t: T;
  f: Formatter;
  locale: Locale;
  today(): CalendarDate;
};
