/** The custom properties a portal page carries on `<html style>`. */
export interface BrandTokens {
  '--color-accent': string;
  '--color-on-accent': string;
  '--color-accent-hover': string;
  '--color-accent-soft': string;
  '--color-accent-text': string;
  '--color-accent-edge': string;
}

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** `--color-ink` and `--color-canvas` of the light theme; portal pages have no other. */
const INK: Rgb = [0x1d, 0x1b, 0x18];
const CANVAS: Rgb = [0xf7, 0xf6, 0xf3];

/** WCAG 2.2: 1.4.3 text and 1.4.11 the outline of a control. */
const TEXT_CONTRAST = 4.5;
const EDGE_CONTRAST = 3;

/** `#RRGGBB` in lower case, or null when the text is anything else (it ends up in a style attribute). */
export function readHexColour(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  return /^#[0-9a-f]{6}$/.test(trimmed) ? trimmed : null;
}

/**
 * Six tokens from the one colour a business picks, so that button text, links and button edges stay
 * readable whatever was picked. Throws on anything that is not `#rrggbb`.
 */
export function brandTokens(hexColour: string): BrandTokens {
  const hex = readHexColour(hexColour);
  if (!hex) throw new Error('A brand colour is written as #rrggbb.');
  const picked = rgb(hex);

  const underWhite = contrast(WHITE, picked) >= TEXT_CONTRAST;
  const underInk = !underWhite && contrast(INK, picked) >= TEXT_CONTRAST;
  const fill = underInk
    ? picked
    : darkenUntil(picked, (colour) => contrast(WHITE, colour) >= TEXT_CONTRAST);
  const page = mix(CANVAS, fill, 0.1);

  return {
    '--color-accent': toHex(fill),
    '--color-on-accent': toHex(underInk ? INK : WHITE),
    '--color-accent-hover': toHex(underInk ? mix(fill, WHITE, 0.22) : mix(fill, BLACK, 0.16)),
    '--color-accent-soft': toHex(mix(WHITE, fill, 0.1)),
    '--color-accent-text': toHex(
      darkenUntil(picked, (colour) => contrast(colour, page) >= TEXT_CONTRAST),
    ),
    '--color-accent-edge': toHex(
      darkenUntil(fill, (colour) => contrast(colour, WHITE) >= EDGE_CONTRAST),
    ),
  };
}

/** The WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  return contrast(rgb(one), rgb(other));
}

/** Towards ink in steps of 4 %; ink itself passes every test asked here. */
function darkenUntil(colour: Rgb, passes: (candidate: Rgb) => boolean): Rgb {
  for (let step = 0; step < 25; step++) {
    const candidate = mix(colour, INK, step * 0.04);
    if (passes(candidate)) return candidate;
  }
  return INK;
}

/** Rounded at once, so that what is tested is what the browser paints. */
function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [channel(0), channel(1), channel(2)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, WCAG 2.2 definition. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex([red, green, blue]: Rgb): string {
  return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
}
