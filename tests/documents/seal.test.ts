import { describe, expect, it } from 'vitest';
import { canonicalJson, sealOf } from '@/lib/documents/seal';

describe('A seal', () => {
  // printf 'before\n{"lines":[{"amount":"184000"},null,true],"number":"INV-1"}' | sha256sum
  const snapshot = { number: 'INV-1', lines: [{ amount: '184000' }, null, true] };
  const SEAL = '58cb36937230a3c62132eb54862c5c58946bab7d7c687ea699598736655e9c18';

  it('is SHA-256 over the seal before it and the snapshot, with its keys in order', () => {
    expect(sealOf(snapshot, 'before')).toBe(SEAL);
    expect(sealOf({ lines: snapshot.lines, number: 'INV-1' }, 'before')).toBe(SEAL);
  });

  it('is another one after any other seal, and for any other value or order of lines', () => {
    const others = [
      sealOf(snapshot, ''),
      sealOf({ ...snapshot, number: 'INV-2' }, 'before'),
      sealOf({ ...snapshot, title: '' }, 'before'),
      sealOf({ ...snapshot, lines: snapshot.lines.toReversed() }, 'before'),
    ];
    expect(new Set([SEAL, ...others]).size).toBe(5);
  });

  it.each([
    ['a fraction', 0.1],
    ['a number that is none', Number.NaN],
    ['an amount that is no text', 184_000n],
    ['a date that is no text', new Date(0)],
  ])('refuses %s, which could be written in two ways', (_, value) => {
    expect(() => canonicalJson({ lines: [value] })).toThrow(/a snapshot cannot hold/);
  });
});
