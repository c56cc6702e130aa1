import * as fontkit from 'fontkit';

interface Glyph {
  codePoints: number[];
}

interface GlyphFont {
  _glyphs: Record<number, Glyph>;
  getGlyph(id: number, codePoints?: number[]): Glyph | null;
}

const glyphs = new WeakMap<GlyphFont, Map<string, Glyph | null>>();

/**
 * Lets fontkit keep a glyph for each text it stands for. fontkit keeps one for each shape, with the text that asked first,
 * and none at all when the shape was first wanted as a part of another (the dotless ى in ي, while a file is written):
 * then the next paper of this process would lose that letter. `file` is any TrueType font.
 */
export function separateGlyphs(file: string): void {
  const font: GlyphFont = Object.getPrototypeOf(fontkit.openSync(file));
  const getGlyph = font.getGlyph;
  font.getGlyph = function (this: GlyphFont, id: number, codePoints: number[] = []) {
    const known = glyphs.get(this) ?? new Map<string, Glyph | null>();
    glyphs.set(this, known);
    const key = `${id} ${codePoints.join(' ')}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    delete this._glyphs[id];
    const glyph = getGlyph.call(this, id, codePoints);
    known.set(key, glyph);
    return glyph;
  };
}
