import type { Line, Statement } from '@/lib/portal/statement';
import { entryWords } from '@/lib/portal/statement-words';
import type { CalendarDate } from '@/lib/time/calendar-date';
import { Code, Money } from './money';
import type { Reader } from './reader';

/** What leads from the balance to the amount to pay; shown when the statement reaches to this day. */
export type Tail = {
  underWay: bigint;
  underWaySince: CalendarDate | null;
  credit: bigint;
  toPay: bigint;
};

/** A statement of account: what was charged and paid, line by line, with what is owed after each. */
export function StatementTable({
  statement,
  currency,
  from,
  opening,
  tail,
  base,
  reader,
}: {
  statement: Statement;
  currency: string;
  from: CalendarDate;
  /** What the first line is called. */
  opening: string;
  tail: Tail | null;
  base: string;
  reader: Reader;
}) {
  const { t, f } = reader;
  const amount = (minor: bigint) => <Money f={f} minor={minor} currency={currency} plain />;
  return (
    <div className="card mt-3 px-4 sm:px-6">
      <table className="w-full">
        <thead className="text-base text-ink-soft max-sm:sr-only">
          <tr>
            <th scope="col" className="hidden py-3 text-start font-normal sm:table-cell">
              {t('portal.statement.date')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('portal.statement.what')}</span>
            </th>
            <th scope="col" className="num hidden w-px py-3 ps-6 font-normal sm:table-cell">
              {t('portal.statement.charged')}
            </th>
            <th scope="col" className="num hidden w-px py-3 ps-6 font-normal sm:table-cell">
              {t('portal.statement.paid')}
            </th>
            <th scope="col" className="num w-px py-3 ps-6 font-normal">
              {t('portal.statement.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="border-t border-line max-sm:border-t-0">
            <td className="hidden py-3 pe-4 whitespace-nowrap text-ink-soft sm:table-cell">
              {f.date(from, 'short')}
            </td>
            <td className="py-3 text-ink-soft">{opening}</td>
            <td className="hidden sm:table-cell" />
            <td className="hidden sm:table-cell" />
            <td className="num py-3 ps-4 font-medium sm:ps-6">{amount(statement.opening)}</td>
          </tr>
          {statement.lines.map((line, index) => (
            <StatementLine
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
              key={index}
              line={line}
              amount={amount}
              base={base}
              reader={reader}
            />
          ))}
        </tbody>
        <tfoot>
          <Foot label={t('portal.statement.balance')} rule="border-t-2 border-ink" strong>
            {amount(statement.closing)}
          </Foot>
          {tail && tail.underWay > 0n && (
            <Foot
              label={t('portal.statement.underWay', {
                date: f.date(tail.underWaySince ?? reader.today(), 'short'),
              })}
            >
              {amount(-tail.underWay)}
            </Foot>
          )}
          {tail && tail.credit > 0n && (
            <Foot label={t('portal.statement.credit')}>{amount(tail.credit)}</Foot>
          )}
          {tail && (
            <Foot label={t('portal.toPay.title')} strong>
              {amount(tail.toPay)}
            </Foot>
          )}
        </tfoot>
      </table>
    </div>
  );
}

function StatementLine({
  line,
  amount,
  base,
  reader,
}: {
  line: Line;
  amount: (minor: bigint) => React.ReactNode;
  base: string;
  reader: Reader;
}) {
  const { t, f } = reader;
  const day = f.date(line.on, 'short');
  const charged = line.amount > 0n;
  const figure = charged ? line.amount : -line.amount;
  return (
    <tr className="border-t border-line align-top">
      <td className="hidden py-3 pe-4 whitespace-nowrap text-ink-soft sm:table-cell">{day}</td>
      <td className="w-full py-3 pe-3 wrap-anywhere">
        <What line={line} base={base} reader={reader} />
        <span className="block text-base text-ink-soft">
          <span className="sm:hidden">
            {day}
            {line.number && ' · '}
          </span>
          {line.number && <Code>{line.number}</Code>}
        </span>
      </td>
      <td className="num hidden py-3 ps-4 sm:table-cell sm:ps-6">{charged && amount(figure)}</td>
      <td className="num hidden py-3 ps-4 sm:table-cell sm:ps-6">{!charged && amount(figure)}</td>
      <td className="num py-3 ps-4 sm:w-px sm:ps-6 sm:font-medium">
        <span className="block sm:hidden">{amount(line.amount)}</span>
        <span className="max-sm:text-base max-sm:text-ink-soft">
          <span className="sm:hidden">{t('portal.statement.balance')} </span>
          {amount(line.balance)}
        </span>
      </td>
    </tr>
  );
}

function What({ line, base, reader }: { line: Line; base: string; reader: Reader }) {
  const href = line.documentId ? `invoices/${line.documentId}` : `payments/${line.paymentId}`;
  return (
    <a className="-my-1 inline-block py-1 hover:underline" href={`${base}/${href}`}>
      {entryWords(reader.t, line)}
    </a>
  );
}

function Foot({
  label,
  rule = 'border-t border-line',
  strong,
  children,
}: {
  label: string;
  rule?: string;
  strong?: boolean;
  children: React.ReactNode;
}) {
  const weight = strong ? 'font-semibold' : 'font-normal';
  return (
    <tr className={strong ? rule : `${rule} text-ink-soft`}>
      <td className="hidden sm:table-cell" />
      <th scope="row" className={`py-3 text-start ${weight}`}>
        {label}
      </th>
      <td className="hidden sm:table-cell" />
      <td className="hidden sm:table-cell" />
      <td className={`num py-3 ps-4 sm:ps-6 ${weight}`}>{children}</td>
    </tr>
  );
}
