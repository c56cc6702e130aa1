import { Amount } from '@/components/ui/amount';
import { RecordTable } from '@/components/ui/record-table';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { ClientBalance, ClientRow } from '@/lib/parties/client-list';
import { CLIENT_SUMS } from '@/lib/parties/list-filters';
import { countryName } from '@/lib/places/countries';
import { StandingPill } from './standing-pill';

type Overdue = { currency: string; amount: bigint; days: number };

/** The clients of one page as rows: who, where, how they stand, and what they were billed and owe. */
export function ClientTable({
  rows,
  overdue,
  list,
  home,
  currency,
  selectAll,
  t,
  f,
}: {
  rows: ClientRow[];
  overdue: ReadonlyMap<string, Overdue[]>;
  list: string;
  /** The business's own country, which needs no mention. */
  home: string;
  /** The currency to show first; others follow below it. */
  currency: string;
  selectAll?: string;
  t: T;
  f: Formatter;
}) {
  return (
    <RecordTable
      label={t('clients.title')}
      selectAll={selectAll}
      columns={[
        { key: 'name', label: t('clients.columns.name'), kind: 'grow', fold: 'title' },
        { key: 'status', label: t('clients.columns.status'), fold: 'status' },
        { key: 'email', label: t('clients.columns.email'), soft: true },
        { key: 'place', label: t('clients.columns.place'), soft: true, fold: 'number' },
        { key: 'invoiced', label: t('clients.columns.invoiced'), kind: 'money' },
        { key: 'open', label: t('clients.columns.open'), kind: 'money', fold: 'end' },
      ]}
      rows={rows.map((row) => {
        const balances = [...row.balances].sort(
          (a, b) => Number(b.currency === currency) - Number(a.currency === currency),
        );
        const open = balances.filter((one) => one.open > 0n);
        return {
          id: row.id,
          href: `${list}/${row.id}`,
          label: row.name,
          sums: row.balances.flatMap((one) =>
            CLIENT_SUMS.map((of) => ({ of, minor: String(one[of]), currency: one.currency })),
          ),
          cells: {
            name: <bdi className="font-medium">{row.name}</bdi>,
            status: (
              <StandingPill
                archived={row.archived}
                balances={row.balances}
                overdue={overdue.get(row.id) ?? []}
                t={t}
              />
            ),
            email: (
              <bdi dir="ltr" className="clip inline-block max-w-64 align-bottom">
                {row.email}
              </bdi>
            ),
            place: <Place row={row} home={home} t={t} f={f} />,
            invoiced: <Amounts rows={balances} of="invoiced" f={f} />,
            open: <Amounts rows={open.length > 0 ? open : balances.slice(0, 1)} of="open" f={f} />,
          },
        };
      })}
    />
  );
}

/** City and, where it is not the business's own, country; each keeps its own direction. */
function Place({ row, home, t, f }: { row: ClientRow; home: string; t: T; f: Formatter }) {
  const country = row.country === home ? '' : countryName(row.country, f.locale);
  return (
    <>
      <bdi>{row.city}</bdi>
      {row.city && country && t('clients.comma')}
      {country && <bdi>{country}</bdi>}
    </>
  );
}

function Amounts({
  rows,
  of,
  f,
}: {
  rows: ClientBalance[];
  of: 'invoiced' | 'open';
  f: Formatter;
}) {
  return rows.map((row) => (
    <span
      key={row.currency}
      className={`block ${of === 'invoiced' ? '' : row.open > 0n ? 'font-medium' : 'soft'}`}
    >
      <Amount parts={f.moneyParts(row[of], row.currency)} />
    </span>
  ));
}
