import { LANGUAGE_NAMES, LOCALES, type Locale, languageTag } from '@/lib/i18n/locale';
import { CURRENCIES } from '@/lib/money/currencies';
import { countries } from '@/lib/places/countries';
import { timeZones } from '@/lib/time/time-zone';
import { businessPreset } from './presets';

type Option = { value: string; label: string; group?: string };

export function countryOptions(locale: Locale): Option[] {
  return countries(locale).map(({ code, name }) => ({ value: code, label: name }));
}

/** Each language by its own name. */
export function languageOptions(): Option[] {
  return LOCALES.map((locale) => ({ value: locale, label: LANGUAGE_NAMES[locale] }));
}

/** 'EUR, Euro', by code. */
export function currencyOptions(locale: Locale): Option[] {
  const names = new Intl.DisplayNames(languageTag(locale), { type: 'currency' });
  const comma = locale === 'ar' ? '، ' : locale === 'zh' ? '，' : ', ';
  return CURRENCIES.map((code) => {
    const name = names.of(code);
    return { value: code, label: name && name !== code ? `${code}${comma}${name}` : code };
  });
}

/** IANA zones, grouped by their part of the world; `also` is kept in the list whatever it is called. */
export function timeZoneOptions(also?: string): Option[] {
  const zones = also ? [...new Set([...timeZones(), also])].sort() : timeZones();
  return zones.map((zone) => {
    const [area = zone] = zone.split('/');
    return { value: zone, label: zone.replaceAll('_', ' '), group: area };
  });
}

/** What each country suggests for a new business: currency, language (empty where it is none of ours), zone. */
export function countryStarts(locale: Locale): Record<string, [string, string, string]> {
  return Object.fromEntries(
    countries(locale).map(({ code }) => {
      const preset = businessPreset(code);
      // English is what is left where a country's own language is none of ours; it overrules nobody's choice.
      const language = preset.locale === 'en' ? '' : preset.locale;
      return [code, [preset.currency, language, preset.timeZones[0] ?? 'UTC']];
    }),
  );
}

/** The country in an Accept-Language header ('en-GB' → 'GB'), or empty. Only a first guess in a form. */
export function likelyCountry(acceptLanguage: string): string {
  const region = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/.exec(acceptLanguage)?.[1] ?? '';
  return countries('en').some(({ code }) => code === region) ? region : '';
}
