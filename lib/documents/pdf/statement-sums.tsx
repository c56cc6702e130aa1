import { View } from '@react-pdf/renderer';
import type { Press } from './press';
import type { StatementAccount, StatementPaper } from './statement';
import { type Sum, Sums } from './sums';

const WIDTH = 300;

/** The closing balance and what leads from there to the amount to pay. */
export function StatementSums({
  press,
  account,
}: {
  press: Press<StatementPaper>;
  account: StatementAccount;
}) {
  const { Row } = press.kit;
  return (
    <View wrap={false} style={{ marginTop: 6 }}>
      <Row style={{ justifyContent: 'flex-end' }}>
        <Sums press={press} rows={sums(press, account)} width={WIDTH} />
      </Row>
    </View>
  );
}

function sums(
  { paper, figures }: Press<StatementPaper>,
  { closing, toPay }: StatementAccount,
): Sum[] {
  const { t, date, shortDate, amount, takenOff, money } = figures;
  const balance: Sum = {
    label: t('pdf.statement.balanceOn', { date: date(paper.periodTo) }),
    value: money(closing, 8),
    level: toPay ? 'total' : 'due',
  };
  if (!toPay) return [balance];
  const rows = [balance];
  if (toPay.underWay !== '0') {
    rows.push({
      label: t('portal.statement.underWay', {
        date: shortDate(toPay.underWaySince ?? paper.periodTo),
      }),
      value: takenOff(toPay.underWay),
      level: 'plain',
    });
  }
  if (toPay.credit !== '0') {
    rows.push({
      label: t('portal.statement.credit'),
      value: amount(toPay.credit),
      level: 'plain',
    });
  }
  return [...rows, { label: t('portal.toPay.title'), value: money(toPay.amount, 8), level: 'due' }];
}
