import { View } from '@react-pdf/renderer';
import { loosen } from '@/lib/pdf/line-breaks';
import { BODY, DETAIL, fitted, HAIRLINE, INK, ruleBelow, SMALL, SOFT } from './look';
import type { PaperDiscount, PaperLine } from './paper';
import type { Press } from './press';

// A row that may not break and is taller than the page would lose its text (pdf rules of react-pdf).
const UNBREAKABLE_CHARACTERS = 600;
const CHARACTERS_A_LINE = 60;

// What a line of the table takes at most, for guessing heights: Chinese letters are as wide as high.
const HEAD_HEIGHT = 18;
const LINE_HEIGHT = BODY * 1.5;
const ROW_PADDING = 12;
const FEWEST_IN_A_LINE = 26;

/** A column of figures: its width in points, and the font size in which the longest of them fits. */
interface Column {
  width: number;
  size: number;
}

/** The columns of figures, the same on every page; large amounts get wider ones. */
export interface Columns {
  quantity: Column;
  unitPrice: Column;
  rate: Column;
  amount: Column;
}

export function columnsFor({ paper, figures }: Press): Columns {
  const { lines } = paper;
  const quantities = lines.map((line) => figures.quantity(line.quantity));
  const prices = lines.map((line) => figures.unitPrice(line.unitPrice));
  const amounts = lines.map((line) => figures.amount(line.amount));
  const rates = lines.map((line) => figures.rateCell(line.taxRate, line.taxCategory));
  return {
    quantity: fitted(quantities, BODY, 56, 74),
    unitPrice: fitted(prices, BODY, 66, 92),
    rate: fitted(rates, BODY, 38, 46),
    amount: fitted(amounts, BODY, 74, 112),
  };
}

interface LinesTableProps {
  press: Press;
  lines: PaperLine[];
  columns: Columns;
}

/** Some of the lines under the column heads, which return on every page the table reaches. */
export function LinesTable({ press, lines, columns }: LinesTableProps) {
  const { T, Row } = press.kit;
  const { t, system } = press.figures;
  const head = { size: SMALL, color: SOFT } as const;
  return (
    <View>
      <Row fixed style={{ gap: 8, paddingBottom: 4, ...ruleBelow(0.75, INK) }}>
        <T {...head} style={{ flex: 1 }}>
          {t('pdf.columns.description')}
        </T>
        <T {...head} align="right" style={{ width: columns.quantity.width }}>
          {t('pdf.columns.quantity')}
        </T>
        <T {...head} align="right" style={{ width: columns.unitPrice.width }}>
          {t('pdf.columns.unitPrice')}
        </T>
        <T {...head} align="right" style={{ width: columns.rate.width }}>
          {t(`pdf.columns.taxRate.${system}`)}
        </T>
        <T {...head} align="right" style={{ width: columns.amount.width }}>
          {t('pdf.columns.amount')}
        </T>
      </Row>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id on paper
        <LineRow key={index} press={press} line={line} columns={columns} />
      ))}
    </View>
  );
}

function LineRow({ press, line, columns }: { press: Press; line: PaperLine; columns: Columns }) {
  const { T, Row } = press.kit;
  const { figures } = press;
  const quantity = figures.quantity(line.quantity);
  return (
    <Row
      wrap={!isShort(line)}
      style={{ gap: 8, paddingVertical: 5.5, ...ruleBelow(0.5, HAIRLINE) }}
    >
      <View style={{ flex: 1 }}>
        {line.description.split('\n').map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          <T key={index} weight={600} dir="auto">
            {text}
          </T>
        ))}
        {line.details?.split('\n').map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          <T key={index} size={DETAIL} color={SOFT} dir="auto">
            {text}
          </T>
        ))}
        {line.discount && (
          <T size={DETAIL} color={SOFT}>
            {discountText(press, line.discount)}
          </T>
        )}
      </View>
      <T align="right" {...cell(columns.quantity)}>
        {line.unit ? `${quantity} ${figures.embed(loosen(line.unit))}` : quantity}
      </T>
      <T align="right" {...cell(columns.unitPrice)}>
        {figures.unitPrice(line.unitPrice)}
      </T>
      <T align="right" {...cell(columns.rate)}>
        {figures.rateCell(line.taxRate, line.taxCategory)}
      </T>
      <T align="right" weight={600} {...cell(columns.amount)}>
        {figures.amount(line.amount)}
      </T>
    </Row>
  );
}

function cell({ width, size }: Column) {
  return { size, lineHeight: (BODY * 1.5) / size, style: { width } };
}

function discountText({ figures }: Press, discount: PaperDiscount): string {
  const { t } = figures;
  const label = discount.label === null ? t('pdf.discount') : figures.embed(discount.label);
  const amount = figures.takenOff(discount.amount);
  if (discount.percent === null) return t('pdf.discountLine', { label, amount });
  return t('pdf.discountPercentLine', {
    label,
    percent: figures.percent(discount.percent),
    amount,
  });
}

/**
 * How much room, in points, the column heads take with what must follow them on the same page: the whole first line when
 * it may not break, else its beginning. Rather too much than too little: heads alone at the foot of a page say nothing.
 */
export function tableStart([first]: readonly PaperLine[]): number {
  const whole = first && isShort(first) ? first : null;
  const paragraphs = whole ? `${whole.description}\n${whole.details ?? ''}`.split('\n') : [];
  const lines = paragraphs.reduce(
    (count, text) => count + Math.max(1, Math.ceil(text.length / FEWEST_IN_A_LINE)),
    whole?.discount ? 2 : 0,
  );
  return HEAD_HEIGHT + Math.max(2, lines) * LINE_HEIGHT + ROW_PADDING;
}

function isShort(line: PaperLine): boolean {
  const text = `${line.description}\n${line.details ?? ''}`;
  return text.length + text.split('\n').length * CHARACTERS_A_LINE < UNBREAKABLE_CHARACTERS;
}
