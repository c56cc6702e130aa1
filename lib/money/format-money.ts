import type { Locale } from '@/lib/i18n/locale';
import { exponent } from './currencies';
import { currencySign } from './currency-sign';

/** Minor units, or the same as text where JSON or a form carried them ("12345"). */
export type MinorUnits = bigint | string;

/** An amount in pieces, for screens that set the sign smaller than the digits. */
export interface MoneyParts {
  /** '−' (U+2212) or ''. */
  minus: string;
  /** '£', 'CHF' or 'د.أ'. */
  symbol: string;
  /** Grouped, with all decimals of the currency: '1,250.00'. */
  digits: string;
  /** True when the symbol is a word that follows the digits. */
  symbolAfter: boolean;
  /** What stands between symbol and digits: a no-break space or nothing. */
  gap: string;
}

export interface MoneyOptions {
  /** False leaves the currency out: '−1,250.00'. */
  symbol?: boolean;
  /** True writes a plus before amounts above zero. */
  plus?: boolean;
  /** True leaves out '.00' of a whole amount, for chart axes and round prices. */
  trimZeros?: boolean;
}

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/** An amount in pieces. Exact for any size: the digits are cut as text, never as a float. */
export function moneyParts(
  minor: MinorUnits,
  currency: string,
  locale: Locale,
  options: MoneyOptions = {},
): MoneyParts {
  const amount = BigInt(minor);
  const sign = currencySign(currency, locale);
  const isWord = sign.after || sign.text === currency;
  return {
    minus: amount < 0n ? MINUS : options.plus && amount > 0n ? '+' : '',
    symbol: sign.text,
    digits: amountDigits(amount < 0n ? -amount : amount, currency, options.trimZeros ?? false),
    symbolAfter: sign.after,
    gap: isWord ? NO_BREAK_SPACE : '',
  };
}

/**
 * An amount as one text: '£1,250.00', '−£120.00', 'CHF 12.00', '3,848.070 د.أ'. In Arabic the digits
 * stand in a left-to-right isolate, so a minus stays in front of them in any sentence.
 */
export function formatMoney(
  minor: MinorUnits,
  currency: string,
  locale: Locale,
  options: MoneyOptions = {},
): string {
  const parts = moneyParts(minor, currency, locale, options);
  if (options.symbol === false) return isolateDigits(parts.minus + parts.digits, locale);
  if (parts.symbolAfter) {
    return isolateDigits(parts.minus + parts.digits, locale) + parts.gap + parts.symbol;
  }
  return isolateDigits(parts.minus + parts.symbol + parts.gap + parts.digits, locale);
}

/** Keeps a piece of digits and signs in order inside Arabic text; other languages need nothing. */
export function isolateDigits(text: string, locale: Locale): string {
  return locale === 'ar' ? LEFT_TO_RIGHT_ISOLATE + text + POP_ISOLATE : text;
}

/** '1234567.5' → '1,234,567.5'; a minus becomes U+2212. Digits are kept as they are, nothing is rounded. */
export function groupDecimalText(text: string): string {
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) throw new RangeError(`Not a decimal: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  return (sign === '-' ? MINUS : sign) + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

function amountDigits(amount: bigint, currency: string, trimZeros: boolean): string {
  const decimals = exponent(currency);
  if (decimals === 0) return groupDecimalText(String(amount));
  const digits = String(amount).padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals);
  const fraction = digits.slice(-decimals);
  if (trimZeros && /^0+$/.test(fraction)) return groupDecimalText(whole);
  return groupDecimalText(`${whole}.${fraction}`);
}
