import type { Locale } from '@/lib/i18n/locale';
import { normalise } from '@/lib/search/normalise';

/** What a party or a contact is called; an organisation has a company name, a person the other two. */
export interface NameParts {
  kind: 'PERSON' | 'ORGANISATION';
  companyName?: string;
  givenName?: string;
  familyName?: string;
}

const HAN = /^[\p{sc=Han}·]+$/u;
const HANGUL = /^\p{sc=Hangul}+$/u;

/**
 * The name as it is written in its own script: 'Hannah Osei', 'ليلى حداد', and the family name first
 * and without a space in Chinese and Korean, '王小明'. The reader's language does not turn it around.
 */
export function displayName(name: NameParts): string {
  const given = tidy(name.givenName);
  const family = tidy(name.familyName);
  if (name.kind === 'ORGANISATION') return tidy(name.companyName) || personName(given, family);
  return personName(given, family) || tidy(name.companyName);
}

/** What a list is sorted by: the family name, then the given name; an organisation by its name. Folded. */
export function sortName(name: NameParts): string {
  const person = `${tidy(name.familyName)} ${tidy(name.givenName)}`;
  const text = name.kind === 'ORGANISATION' ? tidy(name.companyName) || person : person;
  return normalise(text.trim() || displayName(name)).slice(0, 200);
}

/**
 * How a letter addresses somebody: the given name in English and Arabic, the whole name in Chinese
 * and for organisations.
 */
export function greetingName(name: NameParts, locale: Locale): string {
  const given = tidy(name.givenName);
  const whole = displayName(name);
  if (name.kind === 'ORGANISATION' || locale === 'zh' || !given) return whole;
  return familyFirst(given, tidy(name.familyName)) ? whole : given;
}

function personName(given: string, family: string): string {
  if (familyFirst(given, family)) return family + given;
  return [given, family].filter(Boolean).join(' ');
}

function familyFirst(given: string, family: string): boolean {
  return (HAN.test(given) && HAN.test(family)) || (HANGUL.test(given) && HANGUL.test(family));
}

function tidy(text: string | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ');
}
