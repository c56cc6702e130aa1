import { View } from '@react-pdf/renderer';
import { cleanTexts } from '@/lib/pdf/clean-text';
import { AmountBand } from './amount-band';
import { Bank } from './closing';
import { paperFigures } from './figures';
import { Heading } from './heading';
import { BODY, GAP } from './look';
import { Parties } from './parties';
import { type Press, pressFor } from './press';
import { inChunks, paperFile, Sheet } from './sheet';
import type { StatementPaper as Statement, StatementAccount } from './statement';
import { StatementSums } from './statement-sums';
import { STATEMENT_START, StatementTable, statementColumns } from './statement-table';

/** A statement of account as a react-pdf document; each currency begins a page of its own. */
export function StatementPaper({ paper: given }: { paper: Statement }) {
  const paper = cleanTexts(given);
  const press = pressFor(paper, ({ t, dateRange }) => ({
    title: t('portal.statement.title'),
    number: dateRange(paper.periodFrom, paper.periodTo),
  }));
  const { accounts, bank } = paper;
  const { Row } = press.kit;
  return paperFile(
    press,
    accounts.flatMap((account, place) => {
      const own = { ...press, figures: paperFigures({ ...paper, currency: account.currency }) };
      const columns = statementColumns(own, account);
      const chunks = inChunks(account.lines);
      return chunks.map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <Sheet key={`${account.currency} ${index}`} press={press}>
          {place === 0 && index === 0 && <Beginning press={press} />}
          {index === 0 && <AccountBand press={own} account={account} />}
          <View style={{ height: 16 }} minPresenceAhead={STATEMENT_START} />
          <StatementTable
            press={own}
            columns={columns}
            lines={lines}
            opening={index === 0 ? account : null}
          />
          {index === chunks.length - 1 && <StatementSums press={own} account={account} />}
          {index === chunks.length - 1 && place === accounts.length - 1 && bank.length > 0 && (
            <Row wrap={false} style={{ marginTop: GAP }}>
              <View style={{ width: 280 }}>
                <Bank press={press} />
              </View>
            </Row>
          )}
        </Sheet>
      ));
    }),
  );
}

function Beginning({ press }: { press: Press<Statement> }) {
  const { paper, figures } = press;
  const { t, date } = figures;
  return (
    <>
      <Heading press={press} />
      <Parties
        press={press}
        from={t('pdf.statement.business')}
        to={t('pdf.statement.client')}
        facts={[
          { label: t('pdf.statement.madeOn'), value: date(paper.madeOn) },
          {
            label: t('pdf.statement.currency'),
            value: paper.accounts.map(({ currency }) => currency).join(', '),
          },
        ]}
      />
    </>
  );
}

/** What is to pay when the statement reaches to this day, else what was owed on its last one. */
function AccountBand({ press, account }: { press: Press<Statement>; account: StatementAccount }) {
  const { t, date, money, currencyName } = press.figures;
  const { T } = press.kit;
  const { toPay, closing } = account;
  const scan = t('pdf.statement.scan');
  return (
    <>
      {press.paper.accounts.length > 1 && (
        <T size={BODY + 2} weight={600} style={{ marginTop: 14 }}>
          {currencyName()}
        </T>
      )}
      {toPay ? (
        <AmountBand
          press={press}
          label={t('portal.toPay.title')}
          amount={money(toPay.amount, 12)}
          note={toPayNote(press, toPay)}
          scan={scan}
        />
      ) : (
        <AmountBand
          press={press}
          label={t('pdf.statement.balanceOn', { date: date(press.paper.periodTo) })}
          amount={money(closing, 12)}
          note={null}
          scan={scan}
        />
      )}
    </>
  );
}

function toPayNote(
  { figures }: Press<Statement>,
  { amount, overdue }: NonNullable<StatementAccount['toPay']>,
): string | null {
  const { t, moneyText } = figures;
  if (amount === '0') return t('pdf.statement.nothing');
  if (overdue === '0') return null;
  if (overdue === amount) return t('portal.toPay.allOverdue');
  return t('portal.toPay.overdue', { amount: moneyText(overdue) });
}
