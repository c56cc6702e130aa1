import { describe, expect, test } from 'vitest';
import type { Paper } from '@/lib/documents/pdf/paper';
import { diwan } from './diwan';
import { larkfieldAccount, linesOf } from './drawn-accounts';
import { expectNoOverlap, type LaidOutPage, layOut, layOutPaper } from './laid-out';
import { larkfield } from './larkfield';
import { qinghe } from './qinghe';

const ROW = /^Row \d+/;
const texts = ({ lines }: LaidOutPage) => lines.map((line) => line.text);

/** The paper with this many lines, called Row 1 and so on. */
function withRows(paper: Paper, count: number, description = (row: number) => `Row ${row}`): Paper {
  const [line] = paper.lines;
  if (!line) throw new Error('A paper without lines');
  const rows = Array.from({ length: count }, (_, index) => index + 1);
  const lines = rows.map((row) => ({
    ...line,
    description: description(row),
    details: null,
    discount: null,
  }));
  return { ...paper, lines };
}

/** The paper with so many lines of address above its table. */
function pushedDown(paper: Paper, lines: number): Paper {
  const addressLines = Array.from({ length: lines }, (_, index) => `Floor ${index + 1}`);
  return { ...paper, buyer: { ...paper.buyer, addressLines } };
}

function pagesWith(pages: LaidOutPage[], wanted: string): number[] {
  return pages.flatMap((page, index) => (texts(page).includes(wanted) ? [index + 1] : []));
}

describe('A page break', () => {
  test.each([
    ['A4', 32, 37],
    ['LETTER', 28, 33],
  ] as const)(
    'on %s leaves no column heads without a line below them',
    async (pageSize, from, to) => {
      for (let floors = from; floors <= to; floors += 1) {
        const pages = await layOut(pushedDown(withRows({ ...larkfield, pageSize }, 3), floors));
        const headed = pages.flatMap((page) => {
          const head = page.lines.find(({ text }) => text === 'Unit price');
          return head ? [{ page, head }] : [];
        });
        expect(headed.length, `${floors} address lines`).toBeGreaterThan(0);
        for (const { page, head } of headed) {
          const below = page.lines.filter(({ text, top }) => ROW.test(text) && top > head.top);
          expect(below.length, `${floors} address lines`).toBeGreaterThan(0);
        }
      }
    },
    60_000,
  );

  test.each([
    ['English', larkfield, ['Subtotal', 'VAT summary', 'Total', 'Amount due', 'Bank transfer']],
    ['Chinese', qinghe, ['小计', '价税合计', '银行转账']],
  ])(
    'in %s leaves the sums, their taxes and the bank details together',
    async (_, paper, words) => {
      for (let count = 6; count <= 16; count += 1) {
        const pages = await layOut(withRows(paper, count));
        const places = words.map((word) => pagesWith(pages, word).at(-1));
        expect(new Set(places), `${count} lines`).toEqual(new Set([pages.length]));
      }
    },
    60_000,
  );

  test('leaves the sums together also above terms that fill pages', async () => {
    const terms = Array.from({ length: 90 }, (_, index) => `Clause ${index + 1} of our terms.`);
    for (let count = 11; count <= 18; count += 1) {
      const pages = await layOut(withRows({ ...larkfield, terms: terms.join('\n') }, count));
      const places = ['Subtotal', 'VAT summary', 'Total'].map((word) => pagesWith(pages, word)[0]);
      expect(new Set(places).size, `${count} lines`).toBe(1);
      expect(pages.flatMap(texts)).toContain('Clause 90 of our terms.');
      const bank = ['Account name', 'IBAN', 'Reference'].map((word) => pagesWith(pages, word)[0]);
      expect(new Set(bank).size, `${count} lines`).toBe(1);
      expectNoOverlap(pages);
    }
  }, 60_000);

  test('leaves the bank details of a statement together', async () => {
    const [account] = larkfieldAccount.accounts;
    if (!account) throw new Error('A statement without accounts');
    for (let count = 6; count <= 20; count += 1) {
      const moves = Array.from({ length: count }, () => ['2026-02-02', null, 'Line', 100] as const);
      const lines = linesOf(
        0,
        moves.map((move) => [...move]),
      );
      const paper = { ...larkfieldAccount, accounts: [{ ...account, lines }] };
      const pages = await layOutPaper('statement', paper);
      const bank = ['Account name', 'IBAN'].map((word) => pagesWith(pages, word)[0]);
      expect(new Set(bank).size, `${count} lines`).toBe(1);
      expectNoOverlap(pages);
    }
  }, 60_000);

  test('inside a long description keeps its words in order and repeats the column heads', async () => {
    const words = Array.from({ length: 700 }, (_, index) => `w${index}`).join(' ');
    for (const paper of [larkfield, diwan]) {
      const pages = await layOut(withRows(paper, 3, (row) => `Row ${row} ${words}`));
      const printed = pages
        .flatMap(texts)
        .flatMap((text) => text.split(' '))
        .filter((word) => /^w\d+$/.test(word));
      expect(printed).toHaveLength(2100);
      if (paper !== larkfield) continue;
      expect(printed).toEqual(Array(3).fill(words.split(' ')).flat());
      const heads = pagesWith(pages, 'Unit price');
      expect(heads).toEqual(pages.map((_, index) => index + 1).slice(0, heads.length));
      expect(heads.length).toBeGreaterThan(2);
    }
  });
});
