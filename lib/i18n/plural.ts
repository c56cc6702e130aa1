import { type Locale, languageTag } from './locale';
import type { MessageKey, MessageValues, T } from './translate';

/**
 * One message in every plural form, for a counter that changes in the browser. `zero`, `one` and
 * `two` are finished sentences about exactly 0, 1 and 2; the others hold `{n}` for the number.
 */
export interface PluralForms {
  zero: string;
  one: string;
  two: string;
  few: string;
  many: string;
  other: string;
}

// Numbers no message would contain by itself, one of each Arabic form (n % 100 = 3, 11 and 0).
const SAMPLES = {
  few: 900_000_000_000_003,
  many: 900_000_000_000_011,
  other: 900_000_000_000_100,
} as const;

/** Says a message with a counter `{n}` (or `{count}`) in all its forms, on the server. */
export function forms(t: T, key: MessageKey, values: MessageValues = {}): PluralForms {
  const exactly = (n: number) => t(key, { ...values, n, count: n });
  const sampled = (n: number) =>
    exactly(n)
      .replaceAll(group(String(n)), '{n}')
      .replaceAll(String(n), '{n}');
  return {
    zero: exactly(0),
    one: exactly(1),
    two: exactly(2),
    few: sampled(SAMPLES.few),
    many: sampled(SAMPLES.many),
    other: sampled(SAMPLES.other),
  };
}

/** Picks the form for a whole number and puts the number in, in the browser. */
export function plural(locale: Locale, forms: PluralForms, n: number): string {
  if (n === 0) return forms.zero;
  if (n === 1) return forms.one;
  if (n === 2) return forms.two;
  return forms[rules(locale).select(n)].replaceAll('{n}', group(String(n)));
}

const rulesByLocale = new Map<Locale, Intl.PluralRules>();

function rules(locale: Locale): Intl.PluralRules {
  let found = rulesByLocale.get(locale);
  if (!found) {
    found = new Intl.PluralRules(languageTag(locale));
    rulesByLocale.set(locale, found);
  }
  return found;
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
