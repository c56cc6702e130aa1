import type { Locale } from '@/lib/i18n/locale';
import { isFamilyFirst, personName } from '@/lib/i18n/person-name';
import { normalise } from '@/lib/search/normalise';

/** What a party or a contact is called; an organisation has a company name, a person the other two. */
export interface NameParts {
  kind: 'PERSON' | 'ORGANISATION';
  companyName?: string;
  givenName?: string;
  familyName?: string;
}

/** The name as it is written in its own script (`personName`). */
export function displayName(name: NameParts): string {
  const person = personName({
    givenName: tidy(name.givenName),
    familyName: tidy(name.familyName),
  });
  if (name.kind === 'ORGANISATION') return tidy(name.companyName) || person;
  return person || tidy(name.companyName);
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
  return isFamilyFirst(given, tidy(name.familyName)) ? whole : given;
}

function tidy(text: string | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ');
}
