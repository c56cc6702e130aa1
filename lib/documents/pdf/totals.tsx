import { View } from '@react-pdf/renderer';
import { DETAIL, GAP, HAIRLINE, LINE, ruleBelow, SMALL, SOFT, widthOf } from './look';
import type { PaperTaxGroup } from './paper';
import type { Press } from './press';
import { type Sum, Sums } from './sums';

export const TOTALS_WIDTH = 230;
const WIDEST_BESIDE = 68;

/**
 * The tax by rate at the start, the sums that lead to the amount due at the end; one above the other
 * when the figures are too long to stand side by side.
 */
export function Totals({ press }: { press: Press }) {
  const { Row } = press.kit;
  const columns = summaryColumns(press);
  const summary = <TaxSummary press={press} columns={columns} />;
  if (columns.every(({ width }) => width <= WIDEST_BESIDE)) {
    return (
      <Row style={{ marginTop: 14, gap: GAP, alignItems: 'flex-start' }}>
        <View style={{ flex: 1 }}>{summary}</View>
        <Sums press={press} rows={sums(press)} width={TOTALS_WIDTH} />
      </Row>
    );
  }
  return (
    <View style={{ marginTop: 14, gap: 10 }}>
      {summary}
      <Row style={{ justifyContent: 'flex-end' }}>
        <Sums press={press} rows={sums(press)} width={TOTALS_WIDTH + 70} />
      </Row>
    </View>
  );
}

interface SummaryColumn {
  head: string;
  figure: (group: PaperTaxGroup) => string;
  width: number;
}

function summaryColumns({ paper, figures }: Press): SummaryColumn[] {
  const { t, system } = figures;
  return [
    { head: t('pdf.summary.net'), figure: (group: PaperTaxGroup) => figures.amount(group.base) },
    {
      head: t(`pdf.summary.tax.${system}`),
      figure: (group: PaperTaxGroup) => figures.amount(group.tax),
    },
    { head: t('pdf.summary.gross'), figure: (group: PaperTaxGroup) => figures.amount(group.gross) },
  ].map((column) => ({
    ...column,
    width: widthOf(paper.taxGroups.map(column.figure), DETAIL, 62),
  }));
}

function TaxSummary({ press, columns }: { press: Press; columns: SummaryColumn[] }) {
  const { paper, kit, figures } = press;
  const { T, Row } = kit;
  const { t, tax } = figures;
  return (
    <View>
      <T size={SMALL} color={SOFT} style={{ marginBottom: 2 }}>
        {t('pdf.summary.title', { tax })}
      </T>
      <Row style={{ paddingVertical: 2.5, ...ruleBelow(0.75, LINE) }}>
        <T size={SMALL} color={SOFT} style={{ flex: 1 }}>
          {t('pdf.summary.rate')}
        </T>
        {columns.map(({ head, width }) => (
          <T key={head} size={SMALL} color={SOFT} align="right" style={{ width }}>
            {head}
          </T>
        ))}
      </Row>
      {paper.taxGroups.map((group) => (
        <Row
          key={`${group.category} ${group.rate}`}
          style={{ paddingVertical: 2.5, ...ruleBelow(0.5, HAIRLINE) }}
        >
          <T size={DETAIL} style={{ flex: 1 }}>
            {figures.rateName(group.rate, group.category)}
          </T>
          {columns.map(({ head, figure, width }) => (
            <T key={head} size={DETAIL} align="right" style={{ width }}>
              {figure(group)}
            </T>
          ))}
        </Row>
      ))}
      {summaryNotes(press).map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <T key={index} size={SMALL} color={SOFT} style={{ marginTop: index === 0 ? 5 : 1 }}>
          {note}
        </T>
      ))}
    </View>
  );
}

/** What the law wants said about groups without tax, and which currency all this is in. */
function summaryNotes({ paper, figures }: Press): string[] {
  const { t, tax } = figures;
  const notes = paper.taxGroups.flatMap(({ category, exemptionReason }) => {
    const reason = exemptionReason ? [figures.embed(exemptionReason)] : [];
    if (category === 'STANDARD' || category === 'ZERO') return reason;
    return [t(`pdf.exempt.${category}`, { tax }), ...reason].join(' ');
  });
  if (paper.pricesIncludeTax) notes.push(t('pdf.includesTax', { tax }));
  notes.push(
    t('pdf.currency', { name: figures.currencyName(), code: figures.embed(paper.currency) }),
  );
  return notes;
}

function sums({ paper, figures }: Press): Sum[] {
  const { t, tax } = figures;
  const plain = (label: string, value: string): Sum => ({ label, value, level: 'plain' });
  const rows: Sum[] = [plain(t('pdf.subtotal'), figures.amount(paper.subtotal))];
  const { documentDiscount: discount } = paper;
  if (discount) {
    const name = discount.label === null ? t('pdf.discount') : figures.embed(discount.label);
    const percent = discount.percent === null ? null : figures.percent(discount.percent);
    const label = percent === null ? name : t('pdf.discountPercent', { label: name, percent });
    rows.push(plain(label, figures.takenOff(paper.discountTotal)));
    if (!paper.pricesIncludeTax) rows.push(plain(t('pdf.net'), figures.amount(paper.netTotal)));
  }
  if (paper.pricesIncludeTax) rows.push(plain(t('pdf.net'), figures.amount(paper.netTotal)));
  rows.push(plain(tax, figures.amount(paper.taxTotal)));
  const isInvoice = paper.kind === 'INVOICE';
  rows.push({
    label: t('pdf.total'),
    value: figures.money(paper.total, isInvoice ? 8 : 8.5),
    level: isInvoice ? 'total' : 'due',
  });
  for (const payment of paper.paid) {
    const date = figures.date(payment.on);
    const label = payment.method
      ? t('pdf.paidBy', { date, method: figures.embed(payment.method) })
      : t('pdf.paid', { date });
    rows.push(plain(label, figures.takenOff(payment.amount)));
  }
  if (isInvoice) {
    rows.push({
      label: t('pdf.amountDue'),
      value: figures.money(paper.amountDue, 8),
      level: 'due',
    });
  }
  return rows;
}
