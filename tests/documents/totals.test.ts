import { describe, expect, test } from 'vitest';
import { computeTotals } from '@/lib/documents/totals';
import { amount, interiors, invoice, joinery, percent, type Row, signs } from './totals-cases';

describe('The drawn examples', () => {
  test('the café counter comes to £5,082.36', () => {
    const totals = computeTotals(joinery);
    expect(totals.lines.map((counted) => counted.amount)).toEqual([
      174800n,
      123900n,
      36330n,
      84000n,
      5400n,
    ]);
    expect(totals.lines[0]).toMatchObject({ gross: 184000n, discount: 9200n });
    expect(totals.taxGroups).toMatchObject([
      { rate: '20', base: 419030n, tax: 83806n, gross: 502836n },
      { rate: '0', base: 5400n, tax: 0n, gross: 5400n },
    ]);
    expect(totals).toMatchObject({ netTotal: 424430n, taxTotal: 83806n, total: 508236n });
  });

  test('the shopfront in the editor comes to £3,859.16', () => {
    const totals = computeTotals(signs);
    expect(totals.lines[1]).toMatchObject({ gross: 87570n, discount: 8757n, amount: 78813n });
    expect(totals.lines[3]).toMatchObject({ amount: 9700n });
    expect(totals.taxGroups).toMatchObject([
      { base: 313513n, exactTax: '627.026', exactTaxEnds: true, tax: 62703n },
      { base: 9700n, exactTax: '0', tax: 0n },
    ]);
    expect(totals).toMatchObject({ netTotal: 323213n, taxTotal: 62703n, total: 385916n });
  });

  test('the bakery in Amman comes to 3,848.070 dinars', () => {
    const totals = computeTotals(interiors);
    expect(totals.lines[0]).toMatchObject({ discount: 62500n, amount: 1187500n });
    expect(totals.taxGroups).toMatchObject([
      { rate: '16', base: 3295750n, tax: 527320n, gross: 3823070n },
      { rate: '0', base: 25000n, tax: 0n, gross: 25000n },
    ]);
    expect(totals).toMatchObject({ netTotal: 3320750n, taxTotal: 527320n, total: 3848070n });
  });
});

describe('Rounding', () => {
  test.each([
    ['1', '0.005', 1n],
    ['-1', '0.005', -1n],
    ['1', '0.0049', 0n],
    ['3', '33.335', 10001n],
    ['0.333333', '3', 100n],
  ])('%s × %s is %s pence', (quantity, price, pence) => {
    expect(computeTotals(invoice('GBP', [[quantity, price, '0']])).total).toBe(pence);
  });

  test('tax is rounded once for each rate, not on each line', () => {
    const lines = Array.from({ length: 10 }, (): Row => ['1', '0.12', '20']);
    const totals = computeTotals(invoice('GBP', lines));
    expect(totals.taxTotal).toBe(24n);
  });

  test('half a penny of tax goes up, on a credit note down', () => {
    expect(computeTotals(invoice('GBP', [['1', '0.10', '5']])).taxTotal).toBe(1n);
    expect(computeTotals(invoice('GBP', [['-1', '0.10', '5']])).taxTotal).toBe(-1n);
  });

  test('yen have no decimals, dinars three', () => {
    expect(computeTotals(invoice('JPY', [['3', '333', '10']])).total).toBe(1099n);
    expect(computeTotals(invoice('JPY', [['1', '0.5', '0']])).total).toBe(1n);
    expect(computeTotals(invoice('KWD', [['3', '0.3335', '0']])).total).toBe(1001n);
  });

  test('20 and 20.0000 are one rate', () => {
    const totals = computeTotals(
      invoice('GBP', [
        ['1', '1', '20'],
        ['1', '1', '20.0000'],
      ]),
    );
    expect(totals.taxGroups).toHaveLength(1);
    expect(totals.taxGroups[0]?.rate).toBe('20');
  });
});

describe('Prices including tax', () => {
  test('500.00 stays 500.00', () => {
    const totals = computeTotals(invoice('EUR', [['1', '500', '21']], { pricesIncludeTax: true }));
    expect(totals).toMatchObject({ netTotal: 41322n, taxTotal: 8678n, total: 50000n });
    expect(totals.taxGroups[0]).toMatchObject({ exactTax: '86.776859', exactTaxEnds: false });
  });

  test('exact tax that ends is shown whole', () => {
    const totals = computeTotals(invoice('GBP', [['1', '120', '20']], { pricesIncludeTax: true }));
    expect(totals.taxGroups[0]).toMatchObject({ exactTax: '20', exactTaxEnds: true, tax: 2000n });
  });

  test('under reverse charge the price is the net', () => {
    const [given] = invoice('EUR', [['1', '500', '21']]).lines;
    if (!given) throw new Error('no line');
    const reverse = { ...given, tax: { ...given.tax, category: 'REVERSE_CHARGE' as const } };
    const totals = computeTotals({ currency: 'EUR', pricesIncludeTax: true, lines: [reverse] });
    expect(totals).toMatchObject({ netTotal: 50000n, taxTotal: 0n, total: 50000n });
  });
});

describe('Discounts', () => {
  test('an amount off the document is shared over the rates', () => {
    const totals = computeTotals(
      invoice(
        'GBP',
        [
          ['1', '100', '20'],
          ['1', '100', '20'],
          ['1', '100', '0'],
        ],
        { documentDiscount: amount('10') },
      ),
    );
    expect(totals.lines.map((counted) => counted.documentDiscountShare)).toEqual([
      334n,
      333n,
      333n,
    ]);
    expect(totals.taxGroups.map((group) => group.base)).toEqual([19333n, 9667n]);
    expect(totals).toMatchObject({ subtotal: 30000n, discountTotal: 1000n, netTotal: 29000n });
  });

  test('ten percent off also halves what is given back on returned goods of another rate', () => {
    const totals = computeTotals(
      invoice(
        'GBP',
        [
          ['1', '1000', '20'],
          ['-1', '999.96', '0'],
        ],
        { documentDiscount: percent('50') },
      ),
    );
    expect(totals.lines.map((counted) => counted.base)).toEqual([50000n, -49998n]);
    expect(totals.discountTotal).toBe(2n);
  });

  test('taking off the whole rounded line leaves nothing, not a penny less', () => {
    const totals = computeTotals(invoice('GBP', [['1', '33.335', '20', amount('33.34')]]));
    expect(totals.lines[0]).toMatchObject({ gross: 3334n, discount: 3334n, amount: 0n });
    expect(totals.total).toBe(0n);
  });

  test('a document without lines comes to nothing', () => {
    const empty = invoice('GBP', [], { documentDiscount: percent('10') });
    expect(computeTotals(empty)).toMatchObject({ subtotal: 0n, total: 0n, taxGroups: [] });
  });
});

test('a thousand lines take a few milliseconds', () => {
  const rows = Array.from(
    { length: 1000 },
    (_, index): Row => [
      `${index % 17}.25`,
      `${index}.4567`,
      index % 3 ? '20' : '5',
      percent('2.5'),
    ],
  );
  const input = invoice('GBP', rows, { documentDiscount: percent('3') });
  computeTotals(input);
  const before = process.cpuUsage();
  for (let run = 0; run < 10; run += 1) computeTotals(input);
  // Of the processor, in microseconds: how long it takes is a matter of what else the machine does.
  expect(process.cpuUsage(before).user / 10).toBeLessThan(40_000);
});
