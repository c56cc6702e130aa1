/**
 * An exact decimal: mantissa × 10^-scale. Quantities, prices and rates are decimals until a line is
 * rounded to minor units. Scale is never negative. Two decimals may be equal with different scales.
 */
export interface Decimal {
  readonly mantissa: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { mantissa: 0n, scale: 0 };

const CANONICAL = /^-?\d+(\.\d+)?$/;

/** Reads stored decimal text: '-12.50'. Latin digits, one point, no grouping; throws a RangeError otherwise. */
export function decimal(text: string): Decimal {
  if (!CANONICAL.test(text)) throw new RangeError(`Not a decimal: ${text}`);
  const point = text.indexOf('.');
  if (point === -1) return { mantissa: BigInt(text), scale: 0 };
  const digits = text.slice(0, point) + text.slice(point + 1);
  return { mantissa: BigInt(digits), scale: text.length - point - 1 };
}

/** Minor units as a decimal: 12345 with 2 decimals is 123.45. */
export function fromMinor(minor: bigint, exponent: number): Decimal {
  return { mantissa: minor, scale: exponent };
}

/** Decimal text as `decimal` reads it, with exactly `scale` decimals ('0.50' stays '0.50'). */
export function decimalText({ mantissa, scale }: Decimal): string {
  const negative = mantissa < 0n;
  const digits = String(negative ? -mantissa : mantissa).padStart(scale + 1, '0');
  const whole = scale === 0 ? digits : digits.slice(0, -scale);
  const fraction = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return (negative ? '-' : '') + whole + fraction;
}

/** The same value with no zeros at its end: 7.50 → 7.5. */
export function normalise(value: Decimal): Decimal {
  let { mantissa, scale } = value;
  while (scale > 0 && mantissa % 10n === 0n) {
    mantissa /= 10n;
    scale -= 1;
  }
  return { mantissa, scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { mantissa: mantissaAt(a, scale) + mantissaAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function negate(value: Decimal): Decimal {
  return { mantissa: -value.mantissa, scale: value.scale };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { mantissa: a.mantissa * b.mantissa, scale: a.scale + b.scale };
}

/** Negative when a < b, zero when they are worth the same, positive when a > b. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = mantissaAt(a, scale) - mantissaAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounds to `scale` decimals, halves away from zero; the result has exactly that scale. */
export function round(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { mantissa: mantissaAt(value, scale), scale };
  return { mantissa: divideRounded(value.mantissa, power(value.scale - scale)), scale };
}

/** Rounds to minor units of a currency with `exponent` decimals, halves away from zero. */
export function toMinor(value: Decimal, exponent: number): bigint {
  return round(value, exponent).mantissa;
}

/** Integer division rounded to the nearest, halves away from zero, so negating is always exact. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('Division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const quotient = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -quotient : quotient;
}

function mantissaAt(value: Decimal, scale: number): bigint {
  return value.mantissa * power(scale - value.scale);
}

const POWERS = Array.from({ length: 40 }, (_, index) => 10n ** BigInt(index));

function power(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}
