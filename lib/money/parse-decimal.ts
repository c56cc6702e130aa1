import { normaliseDigits } from '@/lib/i18n/digits';

// A typed figure longer than this is a slip or an attack, not a price.
const MAX_LENGTH = 60;

/** How a typed figure was read: the decimal text to store, or why not; an ambiguous one with both ways to write it. */
export type Reading =
  | { ok: true; text: string }
  | { ok: false; reason: 'notANumber' }
  | { ok: false; reason: 'ambiguous'; whole: string; fraction: string };

/**
 * Reads a typed percentage ('7.5', '7,5 %', '٧٫٥٪') as decimal text to store; null when it is not a number. Nobody writes
 * thousands of per cent: a single separator is the decimal sign.
 */
export function canonicalPercent(text: string): string | null {
  const plain = plainSeparators(normaliseDigits(text)).replace(/\s*[%٪％]\s*$/, '');
  return canonical(plain.replace(/^([^.,]*),([^.,]*)$/, '$1.$2'));
}

/**
 * Reads a figure as people type it, in Latin, Arabic-Indic, Persian or full-width digits, as the decimal text to
 * store ('1250.50'; zeros at the end are kept). `decimals` is how many the field usually has: three for an amount in
 * dinars. Not a number is also what contradicts itself. How separators are read:
 *
 * 1. '٫' is always the decimal sign; '٬', apostrophes and spaces always group.
 * 2. Point and comma together: the one further right is the decimal sign, the other groups
 *    ('1,250.50' and '1.250,50').
 * 3. One of them several times: it groups ('1.250.000').
 * 4. A single point is the decimal sign. Before exactly three digits it may as well group ('1.250'), and reading it
 *    wrongly would make it a thousand times too small: it is ambiguous, unless the field usually has three decimals.
 * 5. A single comma before exactly three digits groups, as everywhere on our pages ('1,250' is 1250), and is ambiguous
 *    where the field usually has three decimals; elsewhere it is the decimal sign ('12,5', '1250,50', '0,125').
 *
 * Groups must be well formed (1,250,000 or Indian 12,50,000); '12,50.3' and '1,25,0' are refused.
 */
export function readDecimal(text: string, decimals = 0): Reading {
  const plain = plainSeparators(normaliseDigits(text)).trim();
  const [, sign = '', first, mark, rest] =
    /^([+-]? ?)([1-9]\d{0,2})([.,])(\d{3})$/.exec(plain) ?? [];
  if (first && rest && (mark === ',') === (decimals === 3)) {
    const minus = sign.startsWith('-') ? '-' : '';
    const fraction = decimals === 3 ? `${first}.${rest}` : withoutZeros(`${first}.${rest}`);
    const written = { whole: minus + first + rest, fraction: minus + typable(fraction, decimals) };
    return { ok: false, reason: 'ambiguous', ...written };
  }
  const read = canonical(plain);
  return read === null ? { ok: false, reason: 'notANumber' } : { ok: true, text: read };
}

/** The message, with its values, for what could not be read. */
export function readingIssue(reading: Reading & { ok: false }, notANumber: string) {
  const { ok: _ok, reason, ...params } = reading;
  const message = reason === 'ambiguous' ? 'money.errors.ambiguous' : notANumber;
  return { code: 'custom', message, params } as const;
}

/** The same for who asks only whether it can be read: null when it cannot, or in two ways. */
export function canonicalDecimal(text: string, decimals = 0): string | null {
  const reading = readDecimal(text, decimals);
  return reading.ok ? reading.text : null;
}

/** Stored decimal text as a field shows it: '1.125' becomes '1.1250' where it could be taken for thousands. */
export function typable(stored: string, decimals = 0): string {
  return decimals !== 3 && /^-?[1-9]\d{0,2}\.\d{3}$/.test(stored) ? `${stored}0` : stored;
}

/** A typed figure with digits 0–9, and a point for '٫' where that stays the decimal sign. */
export function tidyDigits(text: string): string {
  return normaliseDigits(text)
    .replace(/٫(?!\d{3}$)/, '.')
    .trim();
}

function withoutZeros(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}

function canonical(plain: string): string | null {
  if (plain.length > MAX_LENGTH) return null;
  const match = /^([+-]?) ?(\d[\d.,٫' ]*|[.,٫]\d+)$/.exec(plain.trim());
  if (!match) return null;
  const [, sign = '', body = ''] = match;
  const split = splitAtDecimalSign(body.trim());
  if (!split) return null;
  const whole = ungroup(split.whole);
  if (whole === null || !/^\d*$/.test(split.fraction)) return null;
  const digits = whole.replace(/^0+(?=\d)/, '') + (split.fraction ? `.${split.fraction}` : '');
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** Without the invisible marks and isolates that copying from Arabic text brings along. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}

function plainSeparators(text: string): string {
  return withoutDirectionMarks(text.slice(0, MAX_LENGTH + 1))
    .replace(/[\u2212\u2013\uff0d\ufe63]/g, '-')
    .replace(/\uff0b/g, '+')
    .replace(/[٬\u2019\u02bc\uff07]/g, "'")
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replace(/\uff0e/g, '.')
    .replace(/[\uff0c،]/g, ',');
}

interface Split {
  whole: string;
  fraction: string;
}

function splitAtDecimalSign(body: string): Split | null {
  if (body.includes('٫')) return count(body, '٫') === 1 ? splitAt(body, '٫') : null;
  const points = count(body, '.');
  const commas = count(body, ',');
  if (points > 0 && commas > 0) {
    const sign = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
    return count(body, sign) === 1 ? splitAt(body, sign) : null;
  }
  if (points === 1) return splitAt(body, '.');
  if (commas === 1 && !/^[1-9]\d{0,2},\d{3}$/.test(body)) return splitAt(body, ',');
  return { whole: body, fraction: '' };
}

function splitAt(body: string, sign: string): Split {
  const index = body.indexOf(sign);
  return { whole: body.slice(0, index), fraction: body.slice(index + 1) };
}

/** Digits without grouping marks, or null when the groups are malformed or mixed. */
function ungroup(whole: string): string | null {
  if (whole === '') return '0';
  if (/^\d+$/.test(whole)) return whole;
  const mark = /[^\d]/.exec(whole)?.[0] ?? '';
  const groups = whole.split(mark);
  const [first = '', ...rest] = groups;
  const last = rest.pop() ?? '';
  const wellFormed =
    /^\d{1,3}$/.test(first) &&
    /^\d{3}$/.test(last) &&
    (rest.every((group) => /^\d{3}$/.test(group)) ||
      (first.length <= 2 && rest.every((group) => /^\d{2}$/.test(group))));
  return wellFormed ? groups.join('') : null;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
