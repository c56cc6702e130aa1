import { Refused } from '@/lib/actions/refused';
import { exponent } from '@/lib/money/currencies';
import { compare, type Decimal, decimal, normalise, ZERO } from '@/lib/money/decimal';

/** EN 16931 tax categories (UNCL 5305: S, Z, E, AE, K, G, O). Only STANDARD is ever taxed. */
export const TAX_CATEGORIES = [
  'STANDARD',
  'ZERO',
  'EXEMPT',
  'REVERSE_CHARGE',
  'INTRA_COMMUNITY',
  'EXPORT',
  'OUTSIDE_SCOPE',
] as const;

export type TaxCategory = (typeof TAX_CATEGORIES)[number];

export interface LineTax {
  /** What the tax is called on paper: 'VAT', 'Sales tax'. */
  name: string;
  /** Percent as decimal text, at most 4 decimals: '20', '7.5'. Taken as 0 unless STANDARD. */
  rate: string;
  category: TaxCategory;
}

/** Percent text 0–100 with at most 4 decimals, or an amount in the currency as decimal text ('10.00'). */
export interface Discount {
  kind: 'percent' | 'amount';
  value: string;
}

export interface TotalsLine {
  id: string;
  /** Decimal text with at most 6 decimals; negative gives something back. */
  quantity: string;
  /** Decimal text with at most 6 decimals, with or without tax as the document says. */
  unitPrice: string;
  discount?: Discount | null;
  tax: LineTax;
}

/** What a document's totals follow from; plain JSON, so editor, server and worker share it. */
export interface TotalsInput {
  currency: string;
  pricesIncludeTax: boolean;
  lines: readonly TotalsLine[];
  documentDiscount?: Discount | null;
}

export type TotalsRefusal =
  | 'notANumber'
  | 'quantityDecimals'
  | 'priceDecimals'
  | 'percentDecimals'
  | 'amountDecimals'
  | 'percentRange'
  | 'rateRange'
  | 'discountTooLarge'
  | 'tooLarge';

/** A figure no totals can be computed from. `lineId` is null for the document's own figures. */
export class TotalsRefused extends Refused {
  constructor(
    readonly reason: TotalsRefusal,
    readonly lineId: string | null,
    field: string | null,
    values: Record<string, string | number> = {},
  ) {
    super(`totals.errors.${reason}`, values, field);
    this.name = 'TotalsRefused';
  }
}

/** Where a figure stands, for the refusal: the form field's path and the line. */
export interface Place {
  field: string;
  lineId: string | null;
}

const MAX_DECIMALS = 6;
const MAX_PERCENT_DECIMALS = 4;
const HUNDRED = decimal('100');
const THOUSAND = decimal('1000');
// Twelve digits before the point: what the narrowest column (DocumentLine.quantity) holds.
const MAX_FIGURE = decimal('999999999999.999999');

export function readQuantity(text: string, place: Place): Decimal {
  return read(text, MAX_DECIMALS, 'quantityDecimals', place);
}

export function readPrice(text: string, place: Place): Decimal {
  return read(text, MAX_DECIMALS, 'priceDecimals', place);
}

/** The rate that is charged: 0 for every category but STANDARD. */
export function readRate(tax: LineTax, place: Place): Decimal {
  const rate = normalise(read(tax.rate, MAX_PERCENT_DECIMALS, 'percentDecimals', place));
  if (compare(rate, ZERO) < 0 || compare(rate, THOUSAND) >= 0) refuse('rateRange', place);
  return tax.category === 'STANDARD' ? rate : ZERO;
}

export function readPercent(text: string, place: Place): Decimal {
  const percent = read(text, MAX_PERCENT_DECIMALS, 'percentDecimals', place);
  if (compare(percent, ZERO) < 0 || compare(percent, HUNDRED) > 0) refuse('percentRange', place);
  return percent;
}

/** An amount in the currency's own decimals, as minor units. */
export function readDiscountAmount(text: string, currency: string, place: Place): bigint {
  const decimals = exponent(currency);
  const amount = normalise(parse(text, place));
  if (amount.scale > decimals) refuse('amountDecimals', place, { currency, decimals });
  return amount.mantissa * 10n ** BigInt(decimals - amount.scale);
}

export function refuse(
  reason: TotalsRefusal,
  place: Place,
  values?: Record<string, string | number>,
): never {
  throw new TotalsRefused(reason, place.lineId, place.field, values);
}

function read(text: string, maxDecimals: number, reason: TotalsRefusal, place: Place): Decimal {
  const value = parse(text, place);
  // '1.5000000' is one and a half, however many zeros a database column adds.
  if (value.scale > maxDecimals && normalise(value).scale > maxDecimals) refuse(reason, place);
  return value;
}

function parse(text: string, place: Place): Decimal {
  if (text.length > 40 || !/^-?\d+(\.\d+)?$/.test(text)) refuse('notANumber', place);
  const value = decimal(text);
  const size = value.mantissa < 0n ? { ...value, mantissa: -value.mantissa } : value;
  if (compare(size, MAX_FIGURE) > 0) refuse('tooLarge', place);
  return value;
}
