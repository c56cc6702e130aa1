import { View } from '@react-pdf/renderer';
import type { Locale } from '@/lib/i18n/locale';
import type { Run } from '@/lib/pdf/kit';
import { BODY, fitted, HAIRLINE, INK, ruleBelow, SMALL, SOFT } from './look';
import type { Press } from './press';
import type { StatementAccount, StatementLine, StatementPaper } from './statement';

/** The room that the column heads take with the two lines that follow them, in points. */
export const STATEMENT_START = 70;

// The longest dates there are: '28 Sept 2026', '28 كانون الأول 2026', '2026年12月28日'.
const DATE_WIDTH: Record<Locale, number> = { en: 66, ar: 86, zh: 74 };

interface Column {
  width: number;
  size: number;
}

export interface StatementColumns {
  charged: Column;
  paid: Column;
  balance: Column;
}

/** Columns as wide as their largest amount, the same on every page of the account. */
export function statementColumns(
  { figures }: Press<StatementPaper>,
  { lines, opening }: StatementAccount,
): StatementColumns {
  const amounts = lines.map(({ amount }) => figures.amount(amount));
  const balances = [opening, ...lines.map(({ balance }) => balance)].map(figures.amount);
  return {
    charged: fitted(amounts, BODY, 66, 100),
    paid: fitted(amounts, BODY, 66, 100),
    balance: fitted(balances, BODY, 74, 112),
  };
}

interface TableProps {
  press: Press<StatementPaper>;
  columns: StatementColumns;
  lines: StatementLine[];
  /** The account whose opening balance stands before the lines; null on the sheets that follow. */
  opening: StatementAccount | null;
}

/** Some of the lines under the column heads, which return on every page. */
export function StatementTable({ press, columns, lines, opening }: TableProps) {
  const { T, Row } = press.kit;
  const { t, shortDate, amount, embed } = press.figures;
  const head = { size: SMALL, color: SOFT } as const;
  return (
    <View>
      <Row fixed style={{ gap: 8, paddingBottom: 4, ...ruleBelow(0.75, INK) }}>
        <T {...head} style={{ width: DATE_WIDTH[press.paper.locale] }}>
          {t('portal.statement.date')}
        </T>
        <T {...head} style={{ flex: 1 }}>
          {t('portal.statement.what')}
        </T>
        <T {...head} align="right" style={{ width: columns.charged.width }}>
          {t('portal.statement.charged')}
        </T>
        <T {...head} align="right" style={{ width: columns.paid.width }}>
          {t('portal.statement.paid')}
        </T>
        <T {...head} align="right" style={{ width: columns.balance.width }}>
          {t('portal.statement.balance')}
        </T>
      </Row>
      {opening && (
        <StatementRow
          press={press}
          columns={columns}
          date={shortDate(press.paper.periodFrom)}
          what={[
            {
              text: t(
                opening.leftOut > 0 ? 'portal.statement.forward' : 'portal.statement.opening',
              ),
              color: SOFT,
            },
          ]}
          charged={null}
          paid={null}
          balance={amount(opening.opening)}
        />
      )}
      {lines.map((line, index) => {
        const isCharge = !line.amount.startsWith('-');
        return (
          <StatementRow
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            key={index}
            press={press}
            columns={columns}
            date={shortDate(line.on)}
            what={
              line.number
                ? [
                    { text: embed(line.number), weight: 600 },
                    { text: `  ${embed(line.what)}`, color: SOFT },
                  ]
                : [{ text: line.what }]
            }
            charged={isCharge ? amount(line.amount) : null}
            paid={isCharge ? null : amount(line.amount.slice(1))}
            balance={amount(line.balance)}
          />
        );
      })}
    </View>
  );
}

interface RowProps {
  press: Press<StatementPaper>;
  columns: StatementColumns;
  date: string;
  what: Run[];
  charged: string | null;
  paid: string | null;
  balance: string;
}

function StatementRow({ press, columns, date, what, charged, paid, balance }: RowProps) {
  const { T, Row } = press.kit;
  return (
    <Row wrap={false} style={{ gap: 8, paddingVertical: 4.5, ...ruleBelow(0.5, HAIRLINE) }}>
      <T color={SOFT} style={{ width: DATE_WIDTH[press.paper.locale] }}>
        {date}
      </T>
      <T style={{ flex: 1 }}>{what}</T>
      <T align="right" {...cell(columns.charged)}>
        {charged ?? ''}
      </T>
      <T align="right" {...cell(columns.paid)}>
        {paid ?? ''}
      </T>
      <T align="right" weight={600} {...cell(columns.balance)}>
        {balance}
      </T>
    </Row>
  );
}

function cell({ width, size }: Column) {
  return { size, lineHeight: (BODY * 1.5) / size, style: { width } };
}
