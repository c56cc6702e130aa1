import { Font } from '@react-pdf/renderer';
import { FAMILIES, FONTS, fontPath } from './coverage';
import { separateGlyphs } from './glyph-cache';
import { breakWord } from './line-breaks';

let registered = false;

/** Tells react-pdf about the fonts and line breaks, once. Hardly anything is read until a text needs the font. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  separateGlyphs(fontPath(FONTS.latin.regular));
  for (const family of FAMILIES) {
    const { regular, semibold } = FONTS[family];
    Font.register({
      family,
      fonts: [
        { src: fontPath(regular), fontWeight: 400 },
        { src: fontPath(semibold), fontWeight: 600 },
      ],
    });
  }
  Font.registerHyphenationCallback(breakWord);
}
