import { View } from '@react-pdf/renderer';
import { cleanTexts } from '@/lib/pdf/clean-text';
import { AmountBand } from './amount-band';
import { Heading } from './heading';
import { BODY, fitted, HAIRLINE, INK, ruleBelow, SMALL, SOFT } from './look';
import { type Fact, Parties } from './parties';
import { type Press, pressFor } from './press';
import type { ReceiptPaper as Receipt } from './receipt';
import { inChunks, paperFile, Sheet } from './sheet';
import { type Sum, Sums } from './sums';
import { TOTALS_WIDTH } from './totals';

const DATE_WIDTH = 90;

/** A receipt as a react-pdf document: what came, how, and what it settles; together they are the amount. */
export function ReceiptPaper({ paper: given }: { paper: Receipt }) {
  const paper = cleanTexts(given);
  const press = pressFor(paper, ({ t }) => ({
    title: t('portal.receipt.title'),
    number: paper.number,
  }));
  const { t, date, money } = press.figures;
  const chunks = inChunks(paper.settled);
  return paperFile(
    press,
    chunks.map((settled, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
      <Sheet key={index} press={press}>
        {index === 0 && (
          <>
            <Heading press={press} />
            <Parties
              press={press}
              from={t('portal.receipt.to')}
              to={t('portal.receipt.from')}
              facts={facts(press)}
            />
            <AmountBand
              press={press}
              label={t('pdf.receipt.received')}
              amount={money(paper.amount, 12)}
              note={t('pdf.receipt.on', { date: date(paper.receivedOn) })}
              scan={null}
            />
            <View style={{ height: 16 }} />
          </>
        )}
        {settled.length > 0 && <Settled press={press} settled={settled} />}
        {index === chunks.length - 1 && <End press={press} />}
      </Sheet>
    )),
  );
}

function facts({ paper, figures }: Press<Receipt>): Fact[] {
  const { t, date, embed } = figures;
  return [
    { label: t('portal.receipt.receivedOn'), value: date(paper.receivedOn) },
    { label: t('portal.receipt.method'), value: embed(paper.method) },
    ...(paper.reference
      ? [{ label: t('portal.receipt.reference'), value: embed(paper.reference) }]
      : []),
  ];
}

function Settled({ press, settled }: { press: Press<Receipt>; settled: Receipt['settled'] }) {
  const { T, Row } = press.kit;
  const { t, date, amount, embed } = press.figures;
  const amounts = press.paper.settled.map((part) => amount(part.amount));
  const column = fitted(amounts, BODY, 86, 130);
  const head = { size: SMALL, color: SOFT } as const;
  return (
    <View>
      <Row fixed style={{ gap: 8, paddingBottom: 4, ...ruleBelow(0.75, INK) }}>
        <T {...head} style={{ flex: 1 }}>
          {t('portal.receipt.settles')}
        </T>
        <T {...head} style={{ width: DATE_WIDTH }}>
          {t('pdf.issued')}
        </T>
        <T {...head} align="right" style={{ width: column.width }}>
          {t('pdf.columns.amount')}
        </T>
      </Row>
      {settled.map((part, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          key={index}
          wrap={false}
          style={{ gap: 8, paddingVertical: 5.5, ...ruleBelow(0.5, HAIRLINE) }}
        >
          <T style={{ flex: 1 }}>
            {[
              { text: embed(part.number), weight: 600 },
              { text: `  ${embed(part.title)}`, color: SOFT },
            ]}
          </T>
          <T color={SOFT} style={{ width: DATE_WIDTH }}>
            {part.issueOn === null ? '' : date(part.issueOn)}
          </T>
          <T
            align="right"
            weight={600}
            size={column.size}
            lineHeight={(BODY * 1.5) / column.size}
            style={{ width: column.width }}
          >
            {amount(part.amount)}
          </T>
        </Row>
      ))}
    </View>
  );
}

function End({ press }: { press: Press<Receipt> }) {
  const { T, Row } = press.kit;
  const { t, currencyName, embed } = press.figures;
  const { currency } = press.paper;
  return (
    <View wrap={false} style={{ marginTop: 8 }}>
      <Row style={{ justifyContent: 'space-between', gap: 12 }}>
        <T size={SMALL} color={SOFT} style={{ flex: 1, marginTop: 4 }}>
          {t('pdf.currency', { name: currencyName(), code: embed(currency) })}
        </T>
        <Sums press={press} rows={sums(press)} width={TOTALS_WIDTH + 40} />
      </Row>
    </View>
  );
}

/** Credit and what went back fill up what the invoices got to the whole amount. */
function sums({ paper, figures }: Press<Receipt>): Sum[] {
  const { t, shortDate, amount, money } = figures;
  const rows: Sum[] = [];
  if (paper.credit !== '0') {
    rows.push({
      label: t('portal.receipt.credit'),
      value: amount(paper.credit),
      level: 'plain',
    });
  }
  for (const { kind, on, amount: returned } of paper.returned) {
    rows.push({
      label: t(`pdf.receipt.returned.${kind}`, { date: shortDate(on) }),
      value: amount(returned),
      level: 'plain',
    });
  }
  return [...rows, { label: t('pdf.receipt.total'), value: money(paper.amount, 8), level: 'due' }];
}
