import { createRequire } from 'node:module';
import { Font } from '@react-pdf/renderer';
import * as fontkit from 'fontkit';
import type { Locale } from '@/lib/i18n/locale';
import { breakWord } from './line-breaks';

/** A font family by the scripts it draws; the files are static TTF, which subset well. */
export type Family = 'latin' | 'arabic' | 'chinese';

export const FAMILIES: readonly Family[] = ['latin', 'arabic', 'chinese'];

const FILES: Record<Family, { regular: string; semibold: string }> = {
  latin: {
    regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    semibold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  },
  arabic: {
    regular: '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
    semibold: '@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf',
  },
  chinese: {
    regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    semibold: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  },
};

// The document's own script first: it draws the digits and Latin letters that all three contain.
const ORDER: Record<Locale, readonly Family[]> = {
  en: ['latin', 'arabic', 'chinese'],
  ar: ['arabic', 'latin', 'chinese'],
  zh: ['chinese', 'latin', 'arabic'],
};

const require = createRequire(import.meta.url);
const covers = new Map<Family, ReadonlySet<number>>();

/** Tells react-pdf about the fonts and line breaks. Nothing is read until a text needs the font. */
export function registerFonts(): void {
  for (const family of FAMILIES) {
    const { regular, semibold } = FILES[family];
    Font.register({
      family,
      fonts: [
        { src: require.resolve(regular), fontWeight: 400 },
        { src: require.resolve(semibold), fontWeight: 600 },
      ],
    });
  }
  Font.registerHyphenationCallback(breakWord);
}

/** Whether any registered font draws this character. */
export function isCovered(codePoint: number): boolean {
  return FAMILIES.some((family) => coverage(family).has(codePoint));
}

/**
 * The families that a text needs, the locale's own first. Naming only these keeps 20 MB of Chinese
 * out of memory while nobody writes Chinese.
 */
export function familiesFor(text: string, locale: Locale): Family[] {
  const order = ORDER[locale];
  const needed = new Set<Family>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const family = order.find((candidate) => coverage(candidate).has(codePoint));
    if (family) needed.add(family);
  }
  const families = order.filter((family) => needed.has(family));
  return families.length > 0 ? families : order.slice(0, 1);
}

function coverage(family: Family): ReadonlySet<number> {
  const known = covers.get(family);
  if (known) return known;
  const font = fontkit.openSync(require.resolve(FILES[family].regular));
  if (!('characterSet' in font)) throw new Error(`${FILES[family].regular} is a font collection`);
  const set = new Set(font.characterSet);
  covers.set(family, set);
  return set;
}
