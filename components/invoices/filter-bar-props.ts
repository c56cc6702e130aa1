import type { ReactNode } from 'react';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import type { InvoiceFilters } from '@/lib/invoices/list-filters';
import type { CalendarDate } from '@/lib/time/calendar-date';

/** What the bar above the list of invoices and its panel are drawn from. */
export type FilterBarProps = {
  t: T;
  f: Formatter;
  locale: Locale;
  filters: InvoiceFilters;
  clientName: string | null;
  today: CalendarDate;
  ownCurrency: string;
  /** The filters as the address says them. */
  query: Record<string, string>;
  /** The address of the list with changes; an empty value drops a filter. */
  href: (changes: Record<string, string>) => string;
  clientsUrl: string;
  /** At the end: keeps the filters as a tab. */
  view?: ReactNode;
};
