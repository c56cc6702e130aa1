import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brandTokens, contrastRatio, readHexColour } from '@/lib/businesses/brand';

describe('one colour becomes six that stay readable', () => {
  test.each([
    ['navy', '#1e3a5f', '#1e3a5f', '#ffffff', '#193150', '#e9ebef', '#1e3a5f', '#1e3a5f'],
    ['amber', '#e8b23a', '#e8b23a', '#1d1b18', '#edc365', '#fdf7eb', '#7e6328', '#b78e32'],
    ['lime', '#c6e03b', '#c6e03b', '#1d1b18', '#d3e766', '#f9fceb', '#677227', '#89992e'],
    ['orange', '#e8743b', '#e8743b', '#1d1b18', '#ed9366', '#fdf1eb', '#9f542e', '#e8743b'],
    ['sky', '#58a6d6', '#58a6d6', '#1d1b18', '#7dbadf', '#eef6fb', '#406e8a', '#539bc7'],
    ['rose', '#d94f70', '#c24965', '#ffffff', '#a33d55', '#f9edf0', '#ac435b', '#c24965'],
    ['near black', '#16181d', '#16181d', '#ffffff', '#121418', '#e8e8e8', '#16181d', '#16181d'],
    ['near white', '#f4efe6', '#f4efe6', '#1d1b18', '#f6f3ec', '#fefdfd', '#73706a', '#95928b'],
  ])('%s', (_name, picked, accent, onAccent, hover, soft, text, edge) => {
    expect(brandTokens(picked)).toEqual({
      '--color-accent': accent,
      '--color-on-accent': onAccent,
      '--color-accent-hover': hover,
      '--color-accent-soft': soft,
      '--color-accent-text': text,
      '--color-accent-edge': edge,
    });
  });
});

test('whatever colour is picked, text has 4.5:1 and the edge of the button 3:1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const tokens = brandTokens(`#${value.toString(16).padStart(6, '0')}`);
      const onAccent = tokens['--color-on-accent'];
      expect(contrastRatio(onAccent, tokens['--color-accent'])).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(onAccent, tokens['--color-accent-hover'])).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(tokens['--color-accent-text'], '#f7f6f3')).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(tokens['--color-accent-text'], '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(tokens['--color-accent-edge'], '#ffffff')).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 2000 },
  );
});

test('black on white is 21:1', () =>
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5));

test.each(['red', '#fff', '#12345g', '#1234567', '', '#0b5d57;background:url(x)', 'rgb(1,2,3)'])(
  'anything but #rrggbb is refused: %j',
  (text) => {
    expect(readHexColour(text)).toBeNull();
    expect(() => brandTokens(text)).toThrow();
  },
);

test('capitals and spaces around a colour are forgiven', () => {
  expect(readHexColour(' #0B5D57 ')).toBe('#0b5d57');
});
