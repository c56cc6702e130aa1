import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { createPdfPool, PdfFailed } from '@/lib/pdf/pool';
import { diwan } from './diwan';
import { larkfield } from './larkfield';
import { qinghe } from './qinghe';

const one = createPdfPool({ threads: 1 });
const other = createPdfPool({ threads: 2 });
afterAll(() => Promise.all([one.close(), other.close()]));

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const [line] = larkfield.lines;
const endless = { ...larkfield, lines: Array.from({ length: 3000 }, () => line ?? fail()) };

function fail(): never {
  throw new Error('A paper without lines');
}

describe('The PDF pool', () => {
  test('draws the same bytes from the same paper, whichever thread draws it and after whatever', async () => {
    const papers = [larkfield, diwan, qinghe];
    const first = await Promise.all(papers.map((paper) => one.render('document', paper)));
    const second = await Promise.all(papers.map((paper) => one.render('document', paper)));
    const third = await Promise.all(
      [...papers].reverse().map((paper) => other.render('document', paper)),
    );
    expect(second.map(hash)).toEqual(first.map(hash));
    expect(third.reverse().map(hash)).toEqual(first.map(hash));
    for (const bytes of first) {
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      expect(bytes.length).toBeLessThan(80_000);
    }
  });

  test('draws a letter alike whether or not it has drawn it as a part of another before', async () => {
    const [line] = diwan.lines;
    if (!line) throw new Error('A paper without lines');
    const saying = (description: string) => ({
      ...diwan,
      terms: null,
      dueOn: null,
      lines: [{ ...line, description, details: null, discount: null }],
    });
    const fresh = createPdfPool({ threads: 1 });
    const used = createPdfPool({ threads: 1 });
    try {
      await used.render('document', saying('الديواني'));
      const [expected, actual] = await Promise.all([
        fresh.render('document', saying('حتى المبنى')),
        used.render('document', saying('حتى المبنى')),
      ]);
      expect(hash(actual)).toBe(hash(expected));
    } finally {
      await Promise.all([fresh.close(), used.close()]);
    }
  });

  test('dates the file with the instant of issuing', async () => {
    const bytes = await one.render('document', larkfield);
    expect(Buffer.from(bytes).toString('latin1')).toContain('D:20260304093000Z');
  });

  test('gives up a paper that takes too long, and draws the next one', async () => {
    const slow = one.render('document', endless, { timeoutMs: 300 });
    const next = one.render('document', larkfield);
    await expect(slow).rejects.toMatchObject({ name: 'PdfFailed', why: 'timeout' });
    expect((await next).length).toBeGreaterThan(5_000);
  });

  test('gives up a paper that takes too much memory, and draws the next one', async () => {
    const small = createPdfPool({ threads: 1, memoryMb: 64 });
    try {
      await expect(small.render('document', endless)).rejects.toMatchObject({ why: 'crash' });
      expect((await small.render('document', larkfield)).length).toBeGreaterThan(5_000);
    } finally {
      await small.close();
    }
  });

  test('reports what broke the renderer', async () => {
    const broken = one.render('document', { ...larkfield, currency: 'NOPE' });
    await expect(broken).rejects.toBeInstanceOf(PdfFailed);
    await expect(broken).rejects.toMatchObject({ why: 'error' });
  });

  test('refuses papers once it is closed', async () => {
    const closed = createPdfPool();
    await closed.close();
    await expect(closed.render('document', larkfield)).rejects.toMatchObject({ why: 'closed' });
  });
});
