import { type Totals, tryTotals } from '@/lib/documents/totals';
import type { TotalsInput, TotalsLine, TotalsRefusal } from '@/lib/documents/totals-input';
import type { EditorTaxRate } from '@/lib/invoices/editor-data';
import { canonicalDecimal } from '@/lib/money/parse-decimal';
import { type EditorDraft, type EditorLine, readDiscount } from './editor-state';

/** Which field cannot be counted, and why: `lines.<index>.<field>` or `discount`. */
export type FigureErrors = Record<string, TotalsRefusal>;

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
    const typed = totalsLine(line, rates);
    const alone = tryTotals({ ...settings, lines: [typed] });
    if (alone.ok) return typed;
    const field = alone.refused.field?.split('.').at(-1) ?? 'unitPrice';
    errors[`lines.${index}.${field}`] = alone.refused.reason;
    return { ...typed, quantity: '0', unitPrice: '0', discount: null };
  });
  const discount = readDiscount(draft.discount);
  const input: TotalsInput = {
    ...settings,
    lines,
    documentDiscount: discount && { ...discount, value: figure(discount.value) },
  };
  const whole = tryTotals(input);
  if (whole.ok) return { input, totals: whole.totals, errors };
  errors.discount = whole.refused.reason;
  const without = { ...input, documentDiscount: null };
  const rest = tryTotals(without);
  if (rest.ok) return { input: without, totals: rest.totals, errors };
  // Single lines pass and their sum is beyond all bounds.
  const nothing = { ...without, lines: [] };
  const none = tryTotals(nothing);
  if (!none.ok) throw none.refused;
  return { input: nothing, totals: none.totals, errors };
}

function totalsLine(line: EditorLine, rates: readonly EditorTaxRate[]): TotalsLine {
  const rate = rates.find((candidate) => candidate.id === line.taxRateId);
  const discount = readDiscount(line.discount);
  return {
    id: line.id,
    quantity: figure(line.quantity),
    unitPrice: figure(line.unitPrice),
    discount: discount && { ...discount, value: figure(discount.value) },
    tax: rate ? { name: rate.name, rate: rate.rate, category: rate.category } : OUTSIDE,
  };
}

/** Empty is 0; what is no number stays as it is, for the calculator to refuse. */
function figure(text: string): string {
  return text.trim() === '' ? '0' : (canonicalDecimal(text) ?? text);
}
