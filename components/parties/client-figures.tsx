import { Amount } from '@/components/ui/amount';
import { type Figure, Figures } from '@/components/ui/figures';
import type { ClientStanding } from '@/lib/documents/client-standing';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';

type Balance = {
  currency: string;
  invoiced: bigint;
  paid: bigint;
  open: bigint;
  credit: bigint;
  processing: bigint;
};

/** How the client stands: a strip of figures for each currency they were billed in, the business's own first. */
export function ClientFigures({
  balances,
  standing,
  currency,
  termsDays,
  t,
  f,
}: {
  balances: Balance[];
  standing: ClientStanding;
  /** Shown, with zeroes, when there is nothing at all yet. */
  currency: string;
  termsDays: number;
  t: T;
  f: Formatter;
}) {
  const nothing = { currency, invoiced: 0n, paid: 0n, open: 0n, credit: 0n, processing: 0n };
  const shown = [...(balances.length > 0 ? balances : [nothing])].sort(
    (a, b) => Number(b.currency === currency) - Number(a.currency === currency),
  );
  return shown.map((balance, index) => (
    <Figures
      key={balance.currency}
      small
      label={t('clients.figures.label', { currency: balance.currency })}
      figures={figuresOf(balance, { standing, termsDays, t, f, isFirst: index === 0 })}
    />
  ));
}

function figuresOf(
  balance: Balance,
  more: { standing: ClientStanding; termsDays: number; t: T; f: Formatter; isFirst: boolean },
): Figure[] {
  const { standing, termsDays, t, f, isFirst } = more;
  const { currency, credit, processing } = balance;
  const money = (minor: bigint) => <Amount parts={f.moneyParts(minor, currency)} />;
  const text = (minor: bigint) => f.money(minor, currency);
  const last = standing.lastPayment.get(currency);
  const late = standing.overdue.find((row) => row.currency === currency);
  const under = [
    late && t('clients.figures.overdue', { amount: text(late.amount), days: late.days }),
    processing > 0n && t('clients.figures.processing', { amount: text(processing) }),
    credit > 0n && t('clients.figures.credit', { amount: text(credit) }),
  ].filter((one): one is string => Boolean(one));
  const settled = balance.open > 0n ? t('clients.figures.notLate') : t('clients.figures.settled');
  return [
    {
      label: t('clients.figures.invoiced'),
      value: money(balance.invoiced),
      note: t('clients.figures.invoices', { n: standing.invoices.get(currency) ?? 0 }),
    },
    {
      label: t('clients.figures.paid'),
      value: money(balance.paid),
      note: last
        ? t('clients.figures.last', {
            date: f.date(last.receivedOn, 'short'),
            method: t(`timeline.methods.${last.method}`),
          })
        : t('clients.figures.neverPaid'),
    },
    {
      label: t('clients.figures.open'),
      value: money(balance.open),
      note: under.length > 0 ? f.list(under) : settled,
      late: late ? 'note' : false,
    },
    isFirst
      ? {
          label: t('clients.figures.daysToPay'),
          value:
            standing.daysToPay === null ? t('clients.figures.none') : f.number(standing.daysToPay),
          note: t('clients.figures.agreed', { days: termsDays }),
        }
      : {
          label: t('clients.figures.creditLabel'),
          value: money(credit),
          note: t('clients.figures.creditNote'),
        },
  ];
}
