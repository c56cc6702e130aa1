import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/i18n/locale';

/** The language chosen on purpose (sign-in, profile, language menu); set by `rememberReader`. */
export const LOCALE_COOKIE = 'portico-locale';

/** The language a browser wants: the one it chose (its cookie), else the best of its Accept-Language, else English. */
export function wantedLocale(chosen: string | undefined, header: string): Locale {
  return isLocale(chosen) ? chosen : acceptedLocale(header);
}

/** The first language of an Accept-Language header that Portico speaks, by its weights. */
export function acceptedLocale(header: string): Locale {
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((text) => /^\s*q=([\d.]{1,5})\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q), index };
    })
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const first = wanted[0]?.language;
  return isLocale(first) ? first : DEFAULT_LOCALE;
}
