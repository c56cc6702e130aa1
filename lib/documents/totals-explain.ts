import { decimal, decimalText, normalise } from '@/lib/money/decimal';
import { toDecimalText } from '@/lib/money/money';
import type { TaxGroup, Totals } from './totals';
import type { Discount, TotalsInput } from './totals-input';

/** A line worth a sentence: it has a discount or was rounded. Figures are decimal text, not yet formatted. */
export interface ExplainedLine {
  /** Counted from 1, as the reader counts. */
  number: number;
  id: string;
  quantity: string;
  unitPrice: string;
  /** Quantity × price, unrounded. */
  exactGross: string;
  discount: Discount | null;
  /** After the discount, unrounded. */
  exactAmount: string;
  amount: bigint;
  wasRounded: boolean;
}

/** A line's part of the document's discount. */
export interface ExplainedShare {
  number: number;
  id: string;
  share: bigint;
}

/** What the panel "How was this computed" says. */
export interface Explanation {
  currency: string;
  pricesIncludeTax: boolean;
  groups: TaxGroup[];
  lines: ExplainedLine[];
  discountTotal: bigint;
  /** Empty without a document discount. */
  shares: ExplainedShare[];
}

/** Tells how totals came about, from the same input they were computed from. */
export function explainTotals(input: TotalsInput, totals: Totals): Explanation {
  const lines = totals.lines.flatMap((line, index): ExplainedLine[] => {
    const given = input.lines[index];
    if (!given || given.id !== line.id) throw new Error('Totals of another input');
    const amount = decimal(toDecimalText(line.amount, totals.currency));
    const wasRounded = decimalText(normalise(amount)) !== line.exactAmount;
    if (!wasRounded && line.discount === 0n) return [];
    return [
      {
        number: index + 1,
        id: line.id,
        quantity: given.quantity,
        unitPrice: given.unitPrice,
        exactGross: line.exactGross,
        discount: given.discount ?? null,
        exactAmount: line.exactAmount,
        amount: line.amount,
        wasRounded,
      },
    ];
  });
  const shares = totals.lines.map((line, index) => ({
    number: index + 1,
    id: line.id,
    share: line.documentDiscountShare,
  }));
  return {
    currency: totals.currency,
    pricesIncludeTax: totals.pricesIncludeTax,
    groups: totals.taxGroups,
    lines,
    discountTotal: totals.discountTotal,
    shares: totals.discountTotal === 0n ? [] : shares,
  };
}
