import { type Tab, Tabs } from '@/components/ui/tabs';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import { INVOICE_VIEWS, type InvoiceView } from '@/lib/invoices/list-filters';

type Count = { number: number; more: boolean };

/**
 * The views of the list; the one for trouble only while it is looked at. Counts come a little later than the list, and end
 * at 10,000+.
 */
export function InvoiceTabs({
  t,
  f,
  view,
  base,
  counts,
  saved,
}: {
  t: T;
  f: Formatter;
  view: InvoiceView;
  base: string;
  counts?: Partial<Record<InvoiceView, Count>>;
  /** The reader's own views, behind the others. */
  saved: Tab[];
}) {
  const count = (of: InvoiceView) => {
    const found = counts?.[of];
    return found && `${f.number(found.number)}${found.more ? '+' : ''}`;
  };
  return (
    <Tabs
      label={t('invoices.list.views')}
      tabs={[
        ...INVOICE_VIEWS.filter((name) => name !== 'undrawn' || name === view).map((name) => ({
          href: name === 'all' ? base : `${base}?view=${name}`,
          label: t(`invoices.view.${name}`),
          count: count(name),
          current: name === view && !saved.some((tab) => tab.current),
        })),
        ...saved,
      ]}
    />
  );
}
