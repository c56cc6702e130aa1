import { createRequire } from 'node:module';
import path from 'node:path';
import * as fontkit from 'fontkit';
import type { Locale } from '@/lib/i18n/locale';

/** The font files by the script they are there for, in the order in which they are asked; static TTF, which subset well. */
export const FONTS = {
  latin: font('noto-sans', 'NotoSans'),
  arabic: font('vazirmatn', 'Vazirmatn'),
  chinese: font('noto-sans-sc', 'NotoSansSC'),
  korean: font('noto-sans-kr', 'NotoSansKR'),
  thai: font('noto-sans-thai', 'NotoSansThai'),
  hebrew: font('noto-sans-hebrew', 'NotoSansHebrew'),
  tamil: font('noto-sans-tamil', 'NotoSansTamil'),
  georgian: font('noto-sans-georgian', 'NotoSansGeorgian'),
  armenian: font('noto-sans-armenian', 'NotoSansArmenian'),
} as const;

export type Family = keyof typeof FONTS;

export const FAMILIES = Object.keys(FONTS) as Family[];

// The document's own script first: it draws the digits and Latin letters that several contain.
const OWN: Record<Locale, Family> = { en: 'latin', ar: 'arabic', zh: 'chinese' };

const covers = new Map<Family, ReadonlySet<number>>();

/** Whether any of our fonts draws this character. */
export function isCovered(codePoint: number): boolean {
  return FAMILIES.some((family) => coverage(family).has(codePoint));
}

/**
 * The families that a text needs, the locale's own first. Naming only these keeps 30 MB of Chinese
 * and Korean out of memory while nobody writes them.
 */
export function familiesFor(text: string, locale: Locale): Family[] {
  const own = OWN[locale];
  const order = [own, ...FAMILIES.filter((family) => family !== own)];
  const needed = new Set<Family>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const family = order.find((candidate) => coverage(candidate).has(codePoint));
    if (family) needed.add(family);
  }
  const families = order.filter((family) => needed.has(family));
  return families.length > 0 ? families : [own];
}

/** Where the file of a font lies. */
export function fontPath(file: string): string {
  // From the root at run time: no bundler may pull the fonts into the server.
  return createRequire(path.join(process.cwd(), 'package.json')).resolve(file);
}

function coverage(family: Family): ReadonlySet<number> {
  const known = covers.get(family);
  if (known) return known;
  const file = fontkit.openSync(fontPath(FONTS[family].regular));
  if (!('characterSet' in file)) throw new Error(`${FONTS[family].regular} is a font collection`);
  const set = new Set(file.characterSet);
  covers.set(family, set);
  return set;
}

function font(name: string, file: string): { regular: string; semibold: string } {
  const folder = `@expo-google-fonts/${name}`;
  return {
    regular: `${folder}/400Regular/${file}_400Regular.ttf`,
    semibold: `${folder}/600SemiBold/${file}_600SemiBold.ttf`,
  };
}
