import type { TotalsInput } from './totals-input';

type StoredDiscount = {
  discountKind: 'PERCENT' | 'AMOUNT' | null;
  discountValue: { toString(): string } | null;
};

type StoredLine = StoredDiscount & {
  id: string;
  quantity: { toString(): string };
  unitPrice: { toString(): string };
  taxName: string;
  taxRate: { toString(): string };
  taxCategory: TotalsInput['lines'][number]['tax']['category'];
};

type StoredDocument = StoredDiscount & {
  currency: string;
  pricesIncludeTax: boolean;
  lines: StoredLine[];
};

/** What the calculator needs of a stored document, so that every place computes from the same figures. */
export function totalsInputOf(document: StoredDocument): TotalsInput {
  return {
    currency: document.currency,
    pricesIncludeTax: document.pricesIncludeTax,
    documentDiscount: discountOf(document),
    lines: document.lines.map((line) => ({
      id: line.id,
      quantity: plain(line.quantity),
      unitPrice: plain(line.unitPrice),
      discount: discountOf(line),
      tax: { name: line.taxName, rate: plain(line.taxRate), category: line.taxCategory },
    })),
  };
}

/** A stored discount as the calculator reads it. */
export function discountOf(
  stored: StoredDiscount,
): { kind: 'percent' | 'amount'; value: string } | null {
  if (!stored.discountKind || stored.discountValue === null) return null;
  return {
    kind: stored.discountKind === 'PERCENT' ? 'percent' : 'amount',
    value: plain(stored.discountValue),
  };
}

/** A database decimal as plain text without trailing zeros: '62.550000' is '62.55', never '6.2e1'. */
export function plain(value: { toString(): string; toFixed?: () => string }): string {
  const text = value.toFixed ? value.toFixed() : value.toString();
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
