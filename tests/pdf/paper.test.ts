import { describe, expect, test } from 'vitest';
import type { Paper } from '@/lib/documents/pdf/paper';
import { drawPdf } from '@/lib/pdf/draw';
import { diwan } from './diwan';
import { expectAllInside, layOut, reversed, texts } from './laid-out';
import { larkfield } from './larkfield';
import { qinghe } from './qinghe';

const HOSTILE =
  '😀👨‍👩‍👧 <script>alert(1)</script> ไทยทำน้ำ של שָׁלוֹם مُحَمَّدٌ \u202e12.50-\u202c \u2067x\u0000\u0007 =HYPERLINK("http://evil") 日本語、한국어 हिन्दी Ελληνικά Việt ffi';

function withLines(paper: Paper, count: number): Paper {
  const lines = Array.from({ length: count }, (_, index) => {
    const line = paper.lines[index % paper.lines.length];
    if (!line) throw new Error('A paper without lines');
    return { ...line, description: `Row ${index + 1}` };
  });
  return { ...paper, lines };
}

describe('The paper', () => {
  test.each([
    ['English', larkfield],
    ['Arabic', diwan],
    ['Chinese', qinghe],
  ])('in %s fits on one page with every word inside its margins', async (_, paper) => {
    expect(await layOut(paper)).toHaveLength(1);
    await expectAllInside(paper);
  });

  test('says who owes whom what, until when, and both tax ids', async () => {
    const lines = texts(await expectAllInside(larkfield));
    for (const expected of [
      'Invoice',
      'INV-2026-0047',
      'VAT no.',
      'GB 284 7719 06',
      'GB 301 5528 47',
      '£4,082.36',
      'by 3 April 2026',
      'Returning-client discount 5% (−92.00)',
      '1,748.00',
      '838.06',
      '5,028.36',
      '£5,082.36',
      '−1,000.00',
      'Sort code',
      'Page 1 of 1',
    ]) {
      expect(lines).toContain(expected);
    }
  });

  test('groups tax ids, IBAN and phone as people write them, however they are stored', async () => {
    const { seller, buyer, bank } = larkfield;
    const lines = texts(
      await expectAllInside({
        ...larkfield,
        seller: { ...seller, taxId: 'GB980780684', phone: '+441174960142' },
        buyer: { ...buyer, country: 'CH', taxId: 'CHE116281710MWST' },
        bank: bank.map((fact) =>
          fact.field === 'iban' ? { ...fact, value: 'GB29SVBK20458873104426' } : fact,
        ),
      }),
    ).join('\n');
    expect(lines).toContain('GB 980 7806 84');
    expect(lines).toContain('CHE-116.281.710');
    expect(lines).toContain('GB29 SVBK 2045 8873 1044 26');
    expect(lines).toContain('+44 117 496 0142');
  });

  test('in Arabic runs from right to left, figures stay readable and right-aligned', async () => {
    const lines = await expectAllInside(diwan);
    const seller = lines.find(({ text }) => text === reversed('ديوان للتصميم الداخلي'));
    expect(seller?.right).toBeCloseTo(595.28 - 44, 0);
    const amounts = lines.filter(({ text }) => ['1,187.500', '510.000', '25.000'].includes(text));
    expect(amounts.map(({ align }) => align)).toEqual(Array(5).fill('right'));
    expect(texts(lines)).toContain('−800.000');
    expect(texts(lines)).toContain('INV-2026-0031');
    expect(texts(lines).join('\n')).toContain('+962 6 555 0142');
  });

  test('of 60 lines repeats its column heads, its number and its page count', async () => {
    const pages = await layOut(withLines(larkfield, 60));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach(({ lines }, index) => {
      expect(texts(lines)).toContain(`Page ${index + 1} of ${pages.length}`);
      if (index > 0) expect(texts(lines)).toContain('Invoice INV-2026-0047');
    });
    expect(pages.filter(({ lines }) => texts(lines).includes('Unit price')).length).toBeGreaterThan(
      2,
    );
  });

  test('of 300 lines prints each of them once, in order and soon', async () => {
    const before = process.cpuUsage();
    const pages = await layOut(withLines(larkfield, 300));
    // Of the processor, in microseconds: how long it takes is a matter of what else the machine does.
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
    const rows = pages
      .flatMap(({ lines }) => texts(lines))
      .filter((text) => text.startsWith('Row '));
    expect(rows).toEqual(Array.from({ length: 300 }, (_, index) => `Row ${index + 1}`));
  });

  test('a line of 10,000 characters is printed to its last word', async () => {
    const words = Array.from({ length: 1600 }, (_, index) => `w${index}`).join(' ');
    const [line] = larkfield.lines;
    if (!line) throw new Error('No line');
    const printed = texts(
      await expectAllInside({ ...larkfield, lines: [{ ...line, description: words }] }),
    );
    const found = new Set(printed.flatMap((text) => text.split(' ')));
    expect(words.split(' ').filter((word) => !found.has(word))).toEqual([]);
  });

  test('whatever people type is printed inside the margins', async () => {
    const [first, ...others] = larkfield.lines;
    if (!first) throw new Error('No line');
    const lines = await expectAllInside({
      ...larkfield,
      seller: { ...larkfield.seller, name: HOSTILE, legalName: HOSTILE },
      buyer: { ...larkfield.buyer, name: HOSTILE, addressLines: [HOSTILE, HOSTILE] },
      lines: [
        { ...first, description: HOSTILE, unit: HOSTILE },
        { ...first, description: 'x'.repeat(10_000) },
        ...others,
      ],
      notes: HOSTILE.repeat(20),
      reference: HOSTILE,
    });
    expect(texts(lines).join(' ')).toContain('<script>alert(1)</script>');
  });

  test.each([larkfield, diwan, qinghe])(
    'in $locale has room for the largest amounts',
    async (paper) => {
      const huge = '1000000000000000';
      const [line] = paper.lines;
      const [group] = paper.taxGroups;
      if (!line || !group) throw new Error('An empty paper');
      await expectAllInside({
        ...paper,
        lines: [
          { ...line, quantity: '123456789.123456', unitPrice: '123456789012.123456', amount: huge },
        ],
        taxGroups: [{ ...group, base: huge, tax: huge, gross: huge }],
        subtotal: huge,
        total: huge,
        amountDue: huge,
      });
    },
  );

  test('a reverse charge and an exemption are explained', async () => {
    const lines = texts(
      await expectAllInside({
        ...larkfield,
        taxGroups: [
          {
            category: 'REVERSE_CHARGE',
            name: 'VAT',
            rate: '0',
            exemptionReason: null,
            base: '100',
            tax: '0',
            gross: '100',
          },
          {
            category: 'EXEMPT',
            name: 'VAT',
            rate: '0',
            exemptionReason: 'Education',
            base: '100',
            tax: '0',
            gross: '100',
          },
        ],
      }),
    ).join(' ');
    expect(lines).toContain('Reverse charge: VAT to be accounted for by the recipient.');
    expect(lines).toContain('Exempt from VAT. Education');
  });

  test('of a draft carries no number and says that it is one', async () => {
    const lines = texts(
      await expectAllInside({ ...larkfield, number: null, portalUrl: null, stamp: 'DRAFT' }),
    );
    expect(lines.filter((text) => text === 'Draft')).toHaveLength(2);
  });

  test('refuses a picture that has not been made anew', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    await expect(drawPdf('document', { ...larkfield, logoPng: svg })).rejects.toThrow('Not a PNG');
  });
});
