import { describe, expect, test } from 'vitest';
import { isLetter } from '@/components/ui/is-letter';

describe('The key K', () => {
  test.each([
    ['k', 'KeyK', true],
    ['K', 'KeyK', true],
    ['ن', 'KeyK', true],
    ['л', 'KeyK', true],
    // A Dvorak keyboard writes "t" there, and "k" elsewhere.
    ['t', 'KeyK', false],
    ['k', 'KeyV', true],
    ['ا', 'KeyH', false],
    ['Escape', 'Escape', false],
    ['1', 'Digit1', false],
  ])('is meant by %s at %s: %s', (key, code, isMeant) => {
    expect(isLetter({ key, code }, 'k')).toBe(isMeant);
  });
});
