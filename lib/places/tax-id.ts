import { normaliseDigits } from '@/lib/i18n/digits';
import type { Locale } from '@/lib/i18n/locale';
import { type MessageKey, type MessageValues, translator } from '@/lib/i18n/translate';
import { countryInSentence } from './countries';
import { CHECKSUMS } from './tax-id-checksums';
import { TAX_ID_RULES, type TaxIdRule } from './tax-id-rules';

export type TaxIdCheck =
  /** `normalised` is stored and goes into e-invoices (with the prefix the law has); `display` is for people. */
  | { ok: true; normalised: string; display: string }
  /** A warning, never a refusal: what was typed is kept as `normalised`. Say it with `explainTaxId`. */
  | { ok: false; reason: MessageKey; values: MessageValues; normalised: string };

/** Names that may stand around the number and mean nothing. */
const DECORATION =
  /^(?:VAT|TVA|TRN|ABN|EIN|GSTIN?|UST-?ID(?:NR)?|NIF|CNPJ|RFC)\b[\s.:#-]*(?:NO\b|NR\b)?[\s.:#-]*/;
const SUFFIXES: Record<string, RegExp> = { CH: /(?:MWST|TVA|IVA|VAT)$/, NO: /MVA$/ };

/**
 * Checks a tax number against the form, and where there is a public rule the check digits, of its
 * country (ISO 3166). Spaces, dots and hyphens do not matter, nor does the prefix; digits of other
 * scripts are understood. Countries without a rule accept anything. Whether the number is registered
 * only its authority knows.
 */
export function checkTaxId(country: string, text: string): TaxIdCheck {
  const typed = tidy(text);
  const rule = ruleOf(country);
  if (!rule) return { ok: true, normalised: typed, display: typed };

  const { prefix, number } = takeApart(country, typed, rule);
  const wrong = (reason: MessageKey, more: MessageValues = {}): TaxIdCheck => ({
    ok: false,
    reason,
    values: { country, example: displayOf(rule.prefix ?? '', rule.example, rule), ...more },
    // Nothing that could not be read is given a prefix it may not have.
    normalised: rule.pattern.test(number)
      ? prefix + number + (rule.suffix ?? '')
      : typed.replace(/\s+/g, ' '),
  });

  if (!number) return wrong('taxIds.reasons.empty');
  if (!rule.pattern.test(number)) {
    const other = otherCountry(country, number);
    return other
      ? wrong('taxIds.reasons.otherCountry', { other })
      : wrong(...misshapen(number, rule));
  }
  if (country === 'SA' && !/^3.*3$/.test(number))
    return wrong('taxIds.reasons.startsAndEndsWith', { digit: '3' });
  if (CHECKSUMS[country]?.(number) === false) return wrong('taxIds.reasons.checksum');
  return {
    ok: true,
    normalised: prefix + number + (rule.suffix ?? ''),
    display: displayOf(prefix, number, rule),
  };
}

/** What is wrong, as a sentence in the reader's language that names the country. */
export function explainTaxId(check: TaxIdCheck & { ok: false }, locale: Locale): string {
  const { country, other } = check.values;
  return translator(locale)(check.reason, {
    ...check.values,
    country: countryInSentence(String(country), locale),
    other: other === undefined ? '' : countryInSentence(String(other), locale),
  });
}

/** What the number is called on paper: VAT no., ABN, الرقم الضريبي, 统一社会信用代码. */
export function taxIdName(country: string, locale: Locale): string {
  return translator(locale)(`taxIds.names.${TAX_ID_RULES[country]?.name ?? 'taxNumber'}`);
}

/**
 * A stored number for reading: 'GB 123 4567 89', 'CHE-123.456.788'; whether its check digits are right is not asked here.
 * Anything that has not the form of its country comes back as it is.
 */
export function displayTaxId(country: string, stored: string): string {
  const rule = ruleOf(country);
  if (!rule) return stored;
  const { prefix, number } = takeApart(country, tidy(stored), rule);
  return rule.pattern.test(number) ? displayOf(prefix, number, rule) : stored;
}

function tidy(text: string): string {
  return normaliseDigits(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toUpperCase();
}

function ruleOf(country: string): TaxIdRule | undefined {
  return Object.hasOwn(TAX_ID_RULES, country) ? TAX_ID_RULES[country] : undefined;
}

/** Takes separators, a label, and prefix and suffix off; Northern Ireland keeps its XI. */
function takeApart(
  country: string,
  typed: string,
  rule: TaxIdRule,
): { prefix: string; number: string } {
  const prefix = rule.prefix ?? '';
  // Ireland's old numbers may hold + or *, Mexico's an ampersand.
  const compact = typed.replace(DECORATION, '').replace(/[^\p{L}\p{N}+*&]/gu, '');
  const body = compact.replace(SUFFIXES[country] ?? /$^/, '');
  if (rule.pattern.test(body)) return { prefix, number: body };
  const typedPrefix = [prefix, country, 'XI'].find(
    (candidate) =>
      candidate && body.startsWith(candidate) && (candidate !== 'XI' || country === 'GB'),
  );
  if (!typedPrefix) return { prefix, number: body };
  return { prefix: typedPrefix === 'XI' ? 'XI' : prefix, number: body.slice(typedPrefix.length) };
}

/** The country whose prefix stands in front of what is a valid number there. */
function otherCountry(country: string, number: string): string | null {
  for (const [code, { prefix, pattern }] of Object.entries(TAX_ID_RULES)) {
    if (code === country || !prefix || prefix.length < 2 || !number.startsWith(prefix)) continue;
    if (pattern.test(number.slice(prefix.length))) return code;
  }
  return null;
}

function misshapen(number: string, { digits, characters }: TaxIdRule): [MessageKey, MessageValues] {
  if (digits && /^\d+$/.test(number)) {
    const actual = number.length;
    const [expected = 0, alternative = 0] = [digits[0], digits.at(-1)];
    if (digits.includes(actual)) return ['taxIds.reasons.shape', {}];
    if (digits.length === 1) return ['taxIds.reasons.digits', { expected, actual }];
    const key = digits.length === 2 ? 'digitsEither' : 'digitsBetween';
    return [`taxIds.reasons.${key}`, { expected, alternative, actual }];
  }
  if (digits) return ['taxIds.reasons.onlyDigits', {}];
  if (characters && number.length !== characters) {
    return ['taxIds.reasons.characters', { expected: characters, actual: number.length }];
  }
  return ['taxIds.reasons.shape', {}];
}

function displayOf(
  prefix: string,
  number: string,
  { groups, joint = ' ', suffix }: TaxIdRule,
): string {
  let rest = number;
  const parts: string[] = [];
  for (const size of /^\d/.test(number) && groups ? groups.split(' ') : []) {
    parts.push(rest.slice(0, Number(size)));
    rest = rest.slice(Number(size));
  }
  const grouped = [...parts, rest].filter(Boolean).join(joint);
  const gap = prefix === 'CHE' ? '-' : joint === ' ' ? ' ' : '';
  return [prefix ? prefix + gap + grouped : grouped, suffix].filter(Boolean).join(' ');
}
