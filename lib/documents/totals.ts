import { exponent } from '@/lib/money/currencies';
import {
  type Decimal,
  decimalText,
  divideRounded,
  fromMinor,
  multiply,
  normalise,
  subtract,
  toMinor,
} from '@/lib/money/decimal';
import { absolute, apportion, MAX_MINOR, splitByLargestRemainder, sum } from '@/lib/money/money';
import {
  type Discount,
  type Place,
  readDiscountAmount,
  readPercent,
  readPrice,
  readQuantity,
  readRate,
  refuse,
  type TaxCategory,
  type TotalsInput,
  type TotalsLine,
  TotalsRefused,
} from './totals-input';

/** A line's amounts in minor units; with or without tax as the document's prices are. */
export interface LineTotals {
  id: string;
  /** Quantity × price, rounded: what stands before the discount. */
  gross: bigint;
  /** gross − amount. */
  discount: bigint;
  /** round(quantity × price − discount): the figure at the end of the line. */
  amount: bigint;
  /** The line's part of the document's discount. */
  documentDiscountShare: bigint;
  /** amount − documentDiscountShare: what counts towards its tax group. */
  base: bigint;
  /** Unrounded quantity × price and, after discount, the unrounded amount, as decimal text. */
  exactGross: string;
  exactAmount: string;
  /** The rate that is charged, as decimal text ('20'; '0' unless STANDARD). */
  rate: string;
  category: TaxCategory;
}

/** One row of the tax summary: all lines of one category and rate. */
export interface TaxGroup {
  category: TaxCategory;
  rate: string;
  /** The name on the group's first line. */
  name: string;
  /** Without tax. */
  base: bigint;
  /** Before rounding, as decimal text; cut, not rounded, where it never ends. */
  exactTax: string;
  /** False when exactTax had to be cut (prices including tax). */
  exactTaxEnds: boolean;
  tax: bigint;
  /** base + tax. */
  gross: bigint;
}

/** All totals in minor units. */
export interface Totals {
  currency: string;
  pricesIncludeTax: boolean;
  lines: LineTotals[];
  /** In the order in which lines first use them. */
  taxGroups: TaxGroup[];
  /** Sum of the lines' amounts, with or without tax as the prices are. */
  subtotal: bigint;
  /** What the lines' own discounts took off, already left out of the subtotal. */
  lineDiscountTotal: bigint;
  /** The document's discount; subtotal − discountTotal is netTotal, or total where prices include tax. */
  discountTotal: bigint;
  netTotal: bigint;
  taxTotal: bigint;
  /** netTotal + taxTotal, always. */
  total: bigint;
}

/**
 * The one calculator of estimates, invoices and credit notes. Rounds halves away from zero in exactly
 * three places: each line's amount, the document's discount, and the tax of each (category, rate)
 * group, as EN 16931 has it (BR-CO-17). Prices including tax are anchored on the gross:
 * tax = gross × r ÷ (100 + r). Negating every quantity and every discount amount negates every
 * result. Throws TotalsRefused, which names the field, for figures it will not take.
 */
export function computeTotals(input: TotalsInput): Totals {
  const decimals = exponent(input.currency);
  const read = input.lines.map((line, index) => computeLine(line, index, input.currency, decimals));
  const amounts = read.map((line) => line.amount);
  const subtotal = sum(amounts);
  const shares = documentShares(input.documentDiscount ?? null, amounts, input.currency);

  const lines: LineTotals[] = [];
  const groups = new Map<string, { rate: Decimal; name: string; lines: LineTotals[] }>();
  read.forEach(({ rateDecimal, name, ...line }, index) => {
    const documentDiscountShare = shares[index] ?? 0n;
    const counted = { ...line, documentDiscountShare, base: line.amount - documentDiscountShare };
    lines.push(counted);
    const key = `${line.category} ${line.rate}`;
    const group = groups.get(key);
    if (group) group.lines.push(counted);
    else groups.set(key, { rate: rateDecimal, name, lines: [counted] });
  });

  const taxGroups = [...groups.values()].map((group) => computeGroup(group, input, decimals));
  const netTotal = sum(taxGroups.map((group) => group.base));
  const taxTotal = sum(taxGroups.map((group) => group.tax));
  const total = netTotal + taxTotal;
  const place = { field: 'lines', lineId: null };
  checkSize(subtotal, place);
  checkSize(netTotal, place);
  checkSize(total, place);
  return {
    currency: input.currency,
    pricesIncludeTax: input.pricesIncludeTax,
    lines,
    taxGroups,
    subtotal,
    lineDiscountTotal: sum(lines.map((line) => line.discount)),
    discountTotal: sum(shares),
    netTotal,
    taxTotal,
    total,
  };
}

/** As `computeTotals`, answering a refusal instead of throwing it: for an editor that follows each key. */
export function tryTotals(
  input: TotalsInput,
): { ok: true; totals: Totals } | { ok: false; refused: TotalsRefused } {
  try {
    return { ok: true, totals: computeTotals(input) };
  } catch (error) {
    if (error instanceof TotalsRefused) return { ok: false, refused: error };
    throw error;
  }
}

type ReadLine = Omit<LineTotals, 'documentDiscountShare' | 'base'> & {
  rateDecimal: Decimal;
  name: string;
};

function computeLine(
  line: TotalsLine,
  index: number,
  currency: string,
  decimals: number,
): ReadLine {
  const place = (field: string): Place => ({ field: `lines.${index}.${field}`, lineId: line.id });
  const quantity = readQuantity(line.quantity, place('quantity'));
  const price = readPrice(line.unitPrice, place('unitPrice'));
  const rate = readRate(line.tax, place('tax'));
  const exactGross = multiply(quantity, price);
  const gross = toMinor(exactGross, decimals);
  checkSize(gross, place('unitPrice'));
  const exactAmount = line.discount
    ? discounted(exactGross, gross, line.discount, currency, place('discount'))
    : exactGross;
  const amount = toMinor(exactAmount, decimals);
  return {
    id: line.id,
    gross,
    discount: gross - amount,
    amount,
    exactGross: decimalText(normalise(exactGross)),
    exactAmount: decimalText(normalise(exactAmount)),
    rate: decimalText(rate),
    category: line.tax.category,
    rateDecimal: rate,
    name: line.tax.name,
  };
}

function discounted(
  exactGross: Decimal,
  gross: bigint,
  discount: Discount,
  currency: string,
  place: Place,
): Decimal {
  if (discount.kind === 'percent') {
    return subtract(exactGross, percentOf(exactGross, readPercent(discount.value, place)));
  }
  const off = readDiscountAmount(discount.value, currency, place);
  checkDiscount(off, gross, place);
  const exactAmount = subtract(exactGross, fromMinor(off, exponent(currency)));
  // Taking off the whole rounded gross leaves nothing, though the exact gross was a shade less.
  const pastZero = exactGross.mantissa < 0n !== exactAmount.mantissa < 0n;
  return pastZero ? { mantissa: 0n, scale: 0 } : exactAmount;
}

/** Each line's part of the document's discount, by largest remainder; a returned line gives its part back. */
function documentShares(
  discount: Discount | null,
  amounts: readonly bigint[],
  currency: string,
): bigint[] {
  if (!discount) return amounts.map(() => 0n);
  const place = { field: 'documentDiscount', lineId: null };
  const subtotal = sum(amounts);
  if (discount.kind === 'percent') {
    const { mantissa, scale } = readPercent(discount.value, place);
    const hundred = 100n * 10n ** BigInt(scale);
    const off = divideRounded(subtotal * mantissa, hundred);
    const exactShares = amounts.map((amount) => amount * mantissa);
    return apportion(off, exactShares, hundred);
  }
  const off = readDiscountAmount(discount.value, currency, place);
  checkDiscount(off, subtotal, place);
  return off === 0n ? amounts.map(() => 0n) : splitByLargestRemainder(off, amounts);
}

function computeGroup(
  group: { rate: Decimal; name: string; lines: LineTotals[] },
  input: TotalsInput,
  decimals: number,
): TaxGroup {
  const [first] = group.lines;
  if (!first) throw new Error('A tax group without lines');
  const counted = sum(group.lines.map((line) => line.base));
  const { category, rate } = first;
  const { name } = group;
  if (!input.pricesIncludeTax) {
    const exact = percentOf(fromMinor(counted, decimals), group.rate);
    const tax = toMinor(exact, decimals);
    const exactTax = decimalText(normalise(exact));
    return {
      category,
      rate,
      name,
      base: counted,
      exactTax,
      exactTaxEnds: true,
      tax,
      gross: counted + tax,
    };
  }
  // gross × r ÷ (100 + r), both multiplied by the rate's own power of ten.
  const numerator = counted * group.rate.mantissa;
  const denominator = 100n * 10n ** BigInt(group.rate.scale) + group.rate.mantissa;
  const tax = divideRounded(numerator, denominator);
  const shown = numerator * 10n ** BigInt(SHOWN_EXTRA_DECIMALS);
  const exactTax = normalise({
    mantissa: shown / denominator,
    scale: decimals + SHOWN_EXTRA_DECIMALS,
  });
  return {
    category,
    rate,
    name,
    base: counted - tax,
    exactTax: decimalText(exactTax),
    exactTaxEnds: shown % denominator === 0n,
    tax,
    gross: counted,
  };
}

// How many decimals beyond the currency's a tax without end is shown with.
const SHOWN_EXTRA_DECIMALS = 4;

function percentOf(value: Decimal, percent: Decimal): Decimal {
  const product = multiply(value, percent);
  return { mantissa: product.mantissa, scale: product.scale + 2 };
}

function checkDiscount(off: bigint, from: bigint, place: Place): void {
  const opposite = off !== 0n && off < 0n !== from < 0n;
  if (opposite || absolute(off) > absolute(from)) refuse('discountTooLarge', place);
}

function checkSize(minor: bigint, place: Place): void {
  if (absolute(minor) > MAX_MINOR) refuse('tooLarge', place);
}
