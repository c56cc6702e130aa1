import { type Totals, tryTotals } from '@/lib/documents/totals';
import type { TotalsInput, TotalsLine, TotalsRefusal } from '@/lib/documents/totals-input';
import type { EditorTaxRate } from '@/lib/invoices/editor-data';
import { exponent } from '@/lib/money/currencies';
import {
  canonicalDecimal,
  canonicalPercent,
  type Reading,
  readDecimal,
} from '@/lib/money/parse-decimal';
import { type EditorDraft, type EditorLine, readDiscount } from './editor-state';

type Ambiguous = Extract<Reading, { reason: 'ambiguous' }>;

/** Which field cannot be counted, and why: `lines.<index>.<field>` or `discount`. */
export type FigureErrors = Record<string, TotalsRefusal | Ambiguous>;

export type LiveTotals = { input: TotalsInput; totals: Totals; errors: FigureErrors };

const OUTSIDE = { name: '', rate: '0', category: 'OUTSIDE_SCOPE' } as const;

/**
 * The totals of a draft while it is typed, by the calculator that the invoice is issued with. A line that cannot be
 * counted counts as nothing and says so beside its field; the rest goes on.
 */
export function liveTotals(draft: EditorDraft, rates: readonly EditorTaxRate[]): LiveTotals {
  const errors: FigureErrors = {};
  const settings = { currency: draft.currency, pricesIncludeTax: draft.pricesIncludeTax };
  const lines = draft.lines.map((line, index) => {
    const typed = totalsLine(line, rates, draft.currency);
    const alone = tryTotals({ ...settings, lines: [typed] });
    if (alone.ok) return typed;
    const field = alone.refused.field?.split('.').at(-1) ?? 'unitPrice';
    errors[`lines.${index}.${field}`] =
      ambiguous(line, field, draft.currency) ?? alone.refused.reason;
    return { ...typed, quantity: '0', unitPrice: '0', discount: null };
  });
  const input: TotalsInput = {
    ...settings,
    lines,
    documentDiscount: countedDiscount(draft.discount, draft.currency),
  };
  const whole = tryTotals(input);
  if (whole.ok) return { input, totals: whole.totals, errors };
  errors.discount = ambiguous(draft, 'discount', draft.currency) ?? whole.refused.reason;
  const without = { ...input, documentDiscount: null };
  const rest = tryTotals(without);
  if (rest.ok) return { input: without, totals: rest.totals, errors };
  // Single lines pass and their sum is beyond all bounds.
  const nothing = { ...without, lines: [] };
  const none = tryTotals(nothing);
  if (!none.ok) throw none.refused;
  return { input: nothing, totals: none.totals, errors };
}

function totalsLine(
  line: EditorLine,
  rates: readonly EditorTaxRate[],
  currency: string,
): TotalsLine {
  const rate = rates.find((candidate) => candidate.id === line.taxRateId);
  return {
    id: line.id,
    quantity: figure(line.quantity),
    unitPrice: figure(line.unitPrice, currency),
    discount: countedDiscount(line.discount, currency),
    tax: rate ? { name: rate.name, rate: rate.rate, category: rate.category } : OUTSIDE,
  };
}

function countedDiscount(text: string, currency: string): TotalsLine['discount'] {
  const discount = readDiscount(text);
  if (discount?.kind !== 'percent') {
    return discount && { ...discount, value: figure(discount.value, currency) };
  }
  return { ...discount, value: canonicalPercent(discount.value) ?? '' };
}

/** Empty is 0; what cannot be read is given on as nothing, for the calculator to refuse. */
function figure(text: string, currency?: string): string {
  if (text.trim() === '') return '0';
  return canonicalDecimal(text, currency === undefined ? 0 : exponent(currency)) ?? '';
}

/** Both readings of a figure that has two. */
function ambiguous(
  typed: Partial<Record<'quantity' | 'unitPrice' | 'discount', string>>,
  field: string,
  currency: string,
): Ambiguous | null {
  const isFigure = field === 'quantity' || field === 'unitPrice' || field === 'discount';
  const text = isFigure ? (typed[field] ?? '') : '';
  const reading = readDecimal(text, field === 'quantity' ? 0 : exponent(currency));
  return !reading.ok && reading.reason === 'ambiguous' ? reading : null;
}
