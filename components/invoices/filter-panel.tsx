import { ClientField } from '@/components/parties/client-field';
import { AmountField } from '@/components/ui/amount-input';
import { CheckboxField } from '@/components/ui/checkbox';
import { DateField } from '@/components/ui/date-input';
import { FilterChip } from '@/components/ui/filter-bar';
import { SelectField } from '@/components/ui/select';
import { comboboxWords, dateWords } from '@/components/ui/words';
import { INVOICE_STATES } from '@/lib/documents/status';
import { CURRENCIES } from '@/lib/money/currencies';
import {
  addMonths,
  endOfMonth,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from '@/lib/time/calendar-date';
import type { FilterBarProps } from './filter-bar-props';

/** Every filter of the list in one plain GET form; the usual periods are one press. */
export function FilterPanel(props: FilterBarProps) {
  const { t, locale, filters, query, href, today, clientName } = props;
  const date = { locale, ...dateWords(t) };
  const lastMonth = addMonths(startOfMonth(today), -1);
  const periods = [
    { key: 'thisMonth', from: startOfMonth(today), to: endOfMonth(today) },
    { key: 'lastMonth', from: lastMonth, to: endOfMonth(lastMonth) },
    { key: 'thisQuarter', from: startOfQuarter(today), to: today },
    { key: 'thisYear', from: startOfYear(today), to: today },
  ] as const;
  return (
    <form method="get" className="menu filter-panel">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="label mb-1">{t('invoices.list.issued')}</legend>
        {periods.map(({ key, from, to }) => (
          <FilterChip
            key={key}
            href={href({ issuedFrom: from, issuedTo: to })}
            label={t(`invoices.period.${key}`)}
            on={filters.issuedFrom === from && filters.issuedTo === to}
          />
        ))}
      </fieldset>
      <div className="form-grid">
        <DateField
          {...date}
          name="issuedFrom"
          label={t('invoices.filter.issuedFrom')}
          defaultValue={filters.issuedFrom ?? ''}
        />
        <DateField
          {...date}
          name="issuedTo"
          label={t('invoices.filter.issuedTo')}
          defaultValue={filters.issuedTo ?? ''}
        />
        <DateField
          {...date}
          name="dueFrom"
          label={t('invoices.filter.dueFrom')}
          defaultValue={filters.dueFrom ?? ''}
        />
        <DateField
          {...date}
          name="dueTo"
          label={t('invoices.filter.dueTo')}
          defaultValue={filters.dueTo ?? ''}
        />
        <AmountField name="min" label={t('invoices.filter.least')} defaultValue={query.min} />
        <AmountField name="max" label={t('invoices.filter.most')} defaultValue={query.max} />
        <SelectField
          name="currency"
          label={t('invoices.filter.currency')}
          placeholder={t('invoices.filter.anyCurrency')}
          defaultValue={filters.currency ?? ''}
          options={CURRENCIES.map((currency) => ({ value: currency, label: currency }))}
        />
        <ClientField
          name="client"
          label={t('invoices.list.client')}
          clientsUrl={props.clientsUrl}
          words={comboboxWords(t)}
          defaultValue={filters.clientId ?? ''}
          defaultLabel={clientName ?? ''}
        />
      </div>
      <fieldset className="grid grid-cols-2 gap-x-4 gap-y-1">
        <legend className="label mb-1">{t('invoices.list.state')}</legend>
        {INVOICE_STATES.map((state) => (
          <CheckboxField
            key={state}
            name="state"
            value={state}
            label={t(`documents.state.${state}`)}
            defaultChecked={filters.states.includes(state)}
          />
        ))}
      </fieldset>
      {filters.q && <input type="hidden" name="q" value={filters.q} />}
      {filters.view !== 'all' && <input type="hidden" name="view" value={filters.view} />}
      {filters.sort !== 'newest' && <input type="hidden" name="sort" value={filters.sort} />}
      <div className="flex justify-end">
        <button type="submit" className="btn primary">
          {t('invoices.filter.apply')}
        </button>
      </div>
    </form>
  );
}
