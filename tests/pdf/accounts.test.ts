import { describe, expect, test } from 'vitest';
import type { StatementPaper } from '@/lib/documents/pdf/statement';
import {
  diwanAccount,
  diwanReceipt,
  larkfieldAccount,
  larkfieldReceipt,
  linesOf,
  qingheAccount,
  qingheReceipt,
} from './drawn-accounts';
import { expectAllInside, layOutPaper, type PlacedLine, reversed, texts } from './laid-out';

function expectWords(lines: PlacedLine[], words: readonly string[]): void {
  for (const word of words) expect(texts(lines)).toContain(word);
}

/** The account with this many lines of one pound each. */
function withLines(paper: StatementPaper, count: number): StatementPaper {
  const [account] = paper.accounts;
  if (!account) throw new Error('A statement without accounts');
  const lines = linesOf(
    0,
    Array.from({ length: count }, (_, index) => ['2026-02-02', null, `Line ${index + 1}`, 100]),
  );
  return { ...paper, accounts: [{ ...account, opening: '0', lines }] };
}

describe('A statement on paper', () => {
  test('says who owes whom, from when to when, line by line with what is owed after each', async () => {
    const lines = await expectAllInside(larkfieldAccount, 'statement');
    expectWords(lines, [
      'Statement of account',
      '1 Jan – 18 Mar 2026',
      'Larkfield Joinery Ltd',
      'Meadow & Main Cafés Ltd',
      'GB 301 5528 47',
      '18 March 2026',
      'Opening balance',
      '1,316.00',
      'INV-2026-0009  Shelving for the bakery',
      '2,156.00',
      'Payment, bank transfer',
      'Refund, Visa •• 4242',
      '4,202.36',
      'Balance on 18 March 2026',
      '£4,202.36',
      'On its way: bank payment of 16 Mar 2026',
      '−240.00',
      'Your credit, not used yet',
      '£840.00 of this is overdue',
      'GB29 SVBK 2045 8873 1044 26',
      'Page 1 of 1',
    ]);
    expect(texts(lines).filter((text) => text === '£4,082.36')).toHaveLength(2);
  });

  test('leads from line to line, by what was charged and paid, to its last balance', async () => {
    const lines = await expectAllInside(larkfieldAccount, 'statement');
    const below = (head: string) => {
      const { right, top } = lines.find(({ text }) => text === head) ?? { right: 0, top: 0 };
      const figures = lines.filter((line) => line.top > top && Math.abs(line.right - right) < 1);
      return texts(figures.filter(({ text }) => /^[\d,]+\.\d\d$/.test(text)));
    };
    expect(below('Charged')).toEqual(['840.00', '220.00', '5,082.36', '120.00']);
    expect(below('Paid')).toEqual(['1,316.00', '840.00', '220.00', '1,000.00']);
    expect(below('Balance').slice(0, 9)).toEqual([
      '1,316.00',
      '2,156.00',
      '840.00',
      '0.00',
      '220.00',
      '0.00',
      '5,082.36',
      '4,082.36',
      '4,202.36',
    ]);
  });

  test('in Arabic runs from right to left, an account for each currency', async () => {
    const pages = await layOutPaper('statement', diwanAccount);
    expect(pages).toHaveLength(2);
    const lines = await expectAllInside(diwanAccount, 'statement');
    expectWords(lines, [
      reversed('كشف الحساب'),
      reversed('الرصيد الافتتاحي'),
      reversed('دينار أردني'),
      reversed('دولار أمريكي'),
      '3,848.070',
      '800.000',
      '−50.00',
    ]);
    expect(texts(lines).join('\n')).toContain('INV-2026-0031');
    expect(texts(lines).join('\n')).toContain(reversed('كانون الثاني'));
  });

  test('in Chinese of a time that is over names its last day and asks for nothing', async () => {
    const lines = await expectAllInside(qingheAccount, 'statement');
    expectWords(lines, ['对账单', '期初余额', '43,442.00']);
    expect(texts(lines).join('\n')).toContain('春茶礼盒结构与平面设计');
    expect(texts(lines).filter((text) => text.includes('2026年3月10日余额'))).toHaveLength(2);
    expect(texts(lines)).not.toContain('应付');
  });

  test('of 450 lines repeats its heads on every page and prints each line once, in order', async () => {
    const pages = await layOutPaper('statement', withLines(larkfieldAccount, 450));
    const printed = pages.flatMap(({ lines }) => texts(lines));
    expect(printed.filter((text) => /^Line \d+$/.test(text))).toEqual(
      Array.from({ length: 450 }, (_, index) => `Line ${index + 1}`),
    );
    expect(printed.filter((text) => text === 'Opening balance')).toHaveLength(1);
    const has = (word: string) =>
      pages.map(({ lines }) => texts(lines).some((text) => text.startsWith(word)));
    expect(pages.length).toBeGreaterThan(5);
    expect(has('Charged')).toEqual(has('Line '));
  }, 60_000);

  test('names what it leaves out as brought forward', async () => {
    const [account] = larkfieldAccount.accounts;
    if (!account) throw new Error('A statement without accounts');
    const paper = { ...larkfieldAccount, accounts: [{ ...account, leftOut: 12 }] };
    expectWords(await expectAllInside(paper, 'statement'), ['Brought forward']);
  });

  test.each([larkfieldAccount, diwanAccount, qingheAccount])(
    'in $locale has room for the largest amounts and the longest words',
    async (paper) => {
      const [account] = paper.accounts;
      if (!account) throw new Error('A statement without accounts');
      const huge = 1_000_000_000_000_000;
      const lines = linesOf(0, [['2026-12-28', 'INV-2026-000000001', 'w'.repeat(300), huge]]);
      await expectAllInside(
        { ...paper, accounts: [{ ...account, lines, opening: `-${huge}` }] },
        'statement',
      );
    },
  );
});

describe('A receipt on paper', () => {
  test('says what came, how, and what it settles; together they are the amount', async () => {
    const lines = await expectAllInside(larkfieldReceipt, 'receipt');
    expectWords(lines, [
      'Receipt',
      'R-4F2A-91C2-07BE',
      'Received by',
      'Paid by',
      'Bank transfer',
      'MEADOW MAIN INV 47',
      'on 9 March 2026',
      'INV-2026-0047  Oak counter top, 4.2 m',
      '1,000.00',
      '300.00',
      'Kept as your credit',
      '80.00',
      'Refunded 12 Mar 2026',
      '120.00',
    ]);
    expect(texts(lines).filter((text) => text === '£1,500.00')).toHaveLength(2);
  });

  test('in Arabic runs from right to left', async () => {
    const lines = await expectAllInside(diwanReceipt, 'receipt');
    expectWords(lines, [reversed('إيصال'), reversed('حوالة مصرفية'), '800.000']);
    expect(texts(lines).join('\n')).toContain('INV-2026-0031');
  });

  test('of a payment taken back says so across the page, in Chinese', async () => {
    const lines = await expectAllInside(qingheReceipt, 'receipt');
    expectWords(lines, ['收据', '已撤销']);
    expect(texts(lines).join('\n')).toContain('2026年3月11日撤销');
  });
});
