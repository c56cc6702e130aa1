import { exponent } from './currencies';
import { writtenSigns } from './currency-sign';
import { decimalText, fromMinor } from './decimal';
import { readDecimal, withoutDirectionMarks } from './parse-decimal';

/** The largest amount anything here works with, in minor units, either way of zero. */
export const MAX_MINOR = 1_000_000_000_000_000n;

/** Why a typed amount was refused; `money.errors.<reason>` says it to the person. */
export type AmountRefusal = 'empty' | 'notANumber' | 'tooManyDecimals' | 'tooLarge';

/** An ambiguous amount comes with both ways to write it. */
export type ParsedAmount =
  | { ok: true; minor: bigint }
  | { ok: false; reason: AmountRefusal }
  | { ok: false; reason: 'ambiguous'; whole: string; fraction: string };

/**
 * Reads a typed amount ('1,250.50', '١٬٢٥٠٫٥٠', '£12', '−5') in a currency into minor units; see
 * `readDecimal` for how separators are read. The currency's own sign or code may stand beside it.
 * Nothing is rounded: more decimals than the currency has are refused, zeros too.
 */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const decimals = exponent(currency);
  if (withoutDirectionMarks(text).trim() === '') return { ok: false, reason: 'empty' };
  const reading = readDecimal(withoutSign(text, currency), decimals);
  if (!reading.ok) {
    const isReadable =
      reading.reason === 'notANumber' || splitDecimal(reading.fraction)[1].length <= decimals;
    return isReadable ? reading : { ok: false, reason: 'tooManyDecimals' };
  }
  const [whole, fraction] = splitDecimal(reading.text);
  if (fraction.length > decimals) return { ok: false, reason: 'tooManyDecimals' };
  const minor = BigInt(whole + fraction.padEnd(decimals, '0'));
  if (minor > MAX_MINOR || minor < -MAX_MINOR) return { ok: false, reason: 'tooLarge' };
  return { ok: true, minor };
}

function splitDecimal(text: string): [whole: string, fraction: string] {
  const [whole = '', fraction = ''] = text.split('.');
  return [whole, fraction];
}

/** Minor units as decimal text for form fields, CSV and e-invoices: '1250.00', '-0.05', '300'. */
export function toDecimalText(minor: bigint, currency: string): string {
  return decimalText(fromMinor(minor, exponent(currency)));
}

/** The sum of amounts of one currency; 0 for none. */
export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

export function absolute(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

/**
 * Splits an amount in proportion to whole weights so that the parts add up to it exactly; see
 * `apportion`. When all weights are zero, everything goes to the first part. Weights may be negative
 * (lines that give something back) unless they cancel out, which is refused with a RangeError.
 */
export function splitByLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0 && total !== 0n) throw new RangeError('Nothing to split among');
  if (weights.every((weight) => weight === 0n)) {
    return weights.map((_, index) => (index === 0 ? total : 0n));
  }
  const weightSum = sum(weights);
  if (weightSum === 0n) throw new RangeError('The weights cancel out');
  const numerators = weights.map((weight) => weight * total);
  return apportion(total, numerators, weightSum);
}

/**
 * Rounds the exact shares numerators[i] ÷ denominator to whole units that add up to `total`, which
 * must be the sum of the shares, rounded. Each share is cut towards zero, then the units left over go
 * one each to the largest remainders, the earlier share first where they are equal. No share grows
 * past its next whole unit, and the negative of everything gives exactly the negatives.
 */
export function apportion(
  total: bigint,
  numerators: readonly bigint[],
  denominator: bigint,
): bigint[] {
  const parts = numerators.map((numerator) => numerator / denominator);
  let left = total - sum(parts);
  if (left === 0n) return parts;
  const step = left > 0n ? 1n : -1n;
  // Remainders in the direction of what is left, so that the largest is always the next to move.
  const direction = denominator > 0n ? step : -step;
  const byRemainder = numerators
    .map((numerator, index) => ({ index, remainder: (numerator % denominator) * direction }))
    .filter(({ remainder }) => remainder > 0n)
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + step;
    left -= step;
  }
  if (left !== 0n) throw new RangeError('The total is not the sum of the shares');
  return parts;
}

function withoutSign(text: string, currency: string): string {
  const trimmed = withoutDirectionMarks(text).trim();
  const minus = /^[-\u2212\uff0d]\s*/.exec(trimmed)?.[0] ?? '';
  const rest = trimmed.slice(minus.length);
  for (const sign of writtenSigns(currency).sort((a, b) => b.length - a.length)) {
    const upper = rest.toUpperCase();
    if (upper.startsWith(sign)) return join(minus, rest.slice(sign.length));
    if (upper.endsWith(sign)) return join(minus, rest.slice(0, -sign.length));
  }
  return trimmed;
}

function join(minus: string, digits: string): string {
  return (minus ? '-' : '') + digits.trim();
}
