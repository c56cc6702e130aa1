import type { Locale } from '@/lib/i18n/locale';
import type { Run, ViewStyle } from '@/lib/pdf/kit';

/** Colours and measures of the paper, in points. */
export const INK = '#1d1b18';
export const SOFT = '#5b564e';
export const HAIRLINE = '#e4e1db';
export const LINE = '#c9c4bb';
export const BAND = '#f7f6f3';
export const STAMP = '#eeebe6';

export const SIDE = 44;
export const TOP = 36;
export const BOTTOM = 26;
export const GAP = 24;

export const BODY = 9;
export const SMALL = 8;
export const DETAIL = 8.5;
export const FINE = 7.5;

const DIGIT = 0.572;

/** A line above a block. */
export function ruleAbove(width: number, color: string): ViewStyle {
  return { borderTopWidth: width, borderTopColor: color, borderTopStyle: 'solid' };
}

/** A line below a block. */
export function ruleBelow(width: number, color: string): ViewStyle {
  return { borderBottomWidth: width, borderBottomColor: color, borderBottomStyle: 'solid' };
}

/** Room for one line of large text; Chinese letters are taller than their line otherwise. */
export function displayLineHeight(locale: Locale): number {
  return locale === 'zh' ? 1.45 : 1.25;
}

/** The width that the longest of these figures needs at a font size, but never less than `least`. */
export function widthOf(
  figures: readonly (string | readonly Run[])[],
  size: number,
  least: number,
): number {
  const widths = figures.map((figure) => {
    const runs = typeof figure === 'string' ? [{ text: figure, size }] : figure;
    return runs.reduce((width, run) => width + visible(run.text) * (run.size ?? size) * DIGIT, 2);
  });
  return Math.max(least, Math.ceil(Math.max(0, ...widths)));
}

/** The width for these figures, and the font size that lets them fit when that is more than `most`. */
export function fitted(
  figures: readonly (string | readonly Run[])[],
  size: number,
  least: number,
  most: number,
): { width: number; size: number } {
  const needed = widthOf(figures, size, least);
  if (needed <= most) return { width: needed, size };
  return { width: most, size: Math.floor((size * most * 10) / needed) / 10 };
}

function visible(text: string): number {
  return text.replace(/[\u2066-\u2069]/g, '').length;
}
