import type { TotalsInput } from '@/lib/documents/totals-input';

/** An exact fraction, slow and plain on purpose: the calculator's independent witness. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    const sign = bottom < 0n ? -1n : 1n;
    const shared = greatestCommonDivisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
    this.top = (sign * top) / shared;
    this.bottom = (sign * bottom) / shared;
  }

  static of(text: string): Fraction {
    const [whole = '', fraction = ''] = text.split('.');
    return new Fraction(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  }

  plus(other: Fraction): Fraction {
    return new Fraction(
      this.top * other.bottom + other.top * this.bottom,
      this.bottom * other.bottom,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.times(new Fraction(-1n)));
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom, this.bottom * other.top);
  }

  get sign(): number {
    return this.top < 0n ? -1 : this.top > 0n ? 1 : 0;
  }

  get size(): Fraction {
    return this.top < 0n ? new Fraction(-this.top, this.bottom) : this;
  }

  /** The whole number towards zero. */
  whole(): bigint {
    return this.top / this.bottom;
  }

  /** The nearest whole number, halves away from zero. */
  rounded(): bigint {
    const whole = this.whole();
    const rest = this.minus(new Fraction(whole)).size;
    const awayFromZero = rest.minus(new Fraction(1n, 2n)).sign >= 0;
    return awayFromZero ? whole + BigInt(this.sign) : whole;
  }
}

/** What the calculator must find, found another way. */
export interface Expected {
  amounts: bigint[];
  shares: bigint[];
  groups: { key: string; base: bigint; tax: bigint }[];
  subtotal: bigint;
  discountTotal: bigint;
  netTotal: bigint;
  taxTotal: bigint;
  total: bigint;
}

const HUNDRED = new Fraction(100n);

/** The totals by the book's words, one fraction at a time. */
export function slowTotals(input: TotalsInput, decimals: number): Expected {
  const unit = new Fraction(10n ** BigInt(decimals));
  const amounts = input.lines.map((line) => {
    const gross = Fraction.of(line.quantity).times(Fraction.of(line.unitPrice)).times(unit);
    if (!line.discount) return gross.rounded();
    const value = Fraction.of(line.discount.value);
    const off =
      line.discount.kind === 'percent' ? gross.times(value).over(HUNDRED) : value.times(unit);
    if (off.size.minus(gross.size).sign >= 0) return 0n;
    return gross.minus(off).rounded();
  });
  const subtotal = amounts.reduce((sum, amount) => sum + amount, 0n);
  const { shares, discountTotal } = sharesOf(input, amounts, subtotal, unit);

  const rates = new Map<string, { rate: Fraction; sum: bigint }>();
  input.lines.forEach((line, index) => {
    const taxed = line.tax.category === 'STANDARD';
    const rate = taxed ? Fraction.of(line.tax.rate) : new Fraction(0n);
    const key = `${line.tax.category} ${rate.top}/${rate.bottom}`;
    const group = rates.get(key) ?? { rate, sum: 0n };
    group.sum += (amounts[index] ?? 0n) - (shares[index] ?? 0n);
    rates.set(key, group);
  });
  const groups = [...rates].map(([key, { rate, sum }]) => {
    const divisor = input.pricesIncludeTax ? HUNDRED.plus(rate) : HUNDRED;
    const tax = new Fraction(sum).times(rate).over(divisor).rounded();
    return { key, base: input.pricesIncludeTax ? sum - tax : sum, tax };
  });
  const netTotal = groups.reduce((sum, group) => sum + group.base, 0n);
  const taxTotal = groups.reduce((sum, group) => sum + group.tax, 0n);
  const total = netTotal + taxTotal;
  return { amounts, shares, groups, subtotal, discountTotal, netTotal, taxTotal, total };
}

function sharesOf(input: TotalsInput, amounts: bigint[], subtotal: bigint, unit: Fraction) {
  const discount = input.documentDiscount;
  const none = { shares: amounts.map(() => 0n), discountTotal: 0n };
  if (!discount) return none;
  const value = Fraction.of(discount.value);
  const exact =
    discount.kind === 'percent'
      ? new Fraction(subtotal).times(value).over(HUNDRED)
      : value.times(unit);
  const discountTotal = exact.rounded();
  if (discount.kind === 'amount' && discountTotal === 0n) return none;
  const portion =
    discount.kind === 'percent' ? value.over(HUNDRED) : exact.over(new Fraction(subtotal));
  const exactShares = amounts.map((amount) => new Fraction(amount).times(portion));
  const shares = exactShares.map((share) => share.whole());
  // One unit at a time to whichever line is furthest from its exact share.
  for (;;) {
    const left = discountTotal - shares.reduce((sum, share) => sum + share, 0n);
    if (left === 0n) return { shares, discountTotal };
    const step = left > 0n ? 1n : -1n;
    let chosen = 0;
    let furthest: Fraction | null = null;
    exactShares.forEach((share, index) => {
      const lack = share.minus(new Fraction(shares[index] ?? 0n)).times(new Fraction(step));
      if (!furthest || lack.minus(furthest).sign > 0) {
        furthest = lack;
        chosen = index;
      }
    });
    shares[chosen] = (shares[chosen] ?? 0n) + step;
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
