/** The languages Portico speaks. Every visible word exists in each of them. */
export const LOCALES = ['en', 'ar', 'zh'] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'en';

/** Each language by the name its own readers use; never translated. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: 'English',
  ar: 'العربية',
  zh: '简体中文',
};

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

export type Direction = 'ltr' | 'rtl';

/** The reading direction for `dir` attributes. */
export function direction(locale: Locale): Direction {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/** The value of the `lang` attribute; Chinese names its script's region so that browsers pick the right glyphs. */
export function htmlLang(locale: Locale): string {
  return locale === 'zh' ? 'zh-CN' : locale;
}

/**
 * The BCP 47 tag to give to `Intl`. Day before month in English, Latin digits and the Gregorian
 * calendar in Arabic (ar-SA would otherwise give Arabic-Indic digits and Hijri dates).
 * `country` (ISO 3166, two letters) matters to Arabic only: شباط in Jordan is فبراير in Egypt.
 */
export function languageTag(locale: Locale, country?: string | null): string {
  if (locale === 'en') return 'en-GB';
  if (locale === 'zh') return 'zh-CN';
  const region = country && /^[A-Z]{2}$/.test(country) ? `-${country}` : '';
  return `ar${region}-u-ca-gregory-nu-latn`;
}
