import { describe, expect, test } from 'vitest';
import { computeTotals, tryTotals } from '@/lib/documents/totals';
import { explainTotals } from '@/lib/documents/totals-explain';
import {
  type Discount,
  type TaxCategory,
  type TotalsInput,
  type TotalsLine,
  TotalsRefused,
} from '@/lib/documents/totals-input';

type Row = [quantity: string, unitPrice: string, rate: string, discount?: Discount];

function line([quantity, unitPrice, rate, discount]: Row, index: number): TotalsLine {
  const category: TaxCategory = rate === '0' ? 'ZERO' : 'STANDARD';
  return {
    id: `line-${index + 1}`,
    quantity,
    unitPrice,
    discount,
    tax: { name: 'VAT', rate, category },
  };
}

function invoice(currency: string, rows: Row[], more: Partial<TotalsInput> = {}): TotalsInput {
  return { currency, pricesIncludeTax: false, lines: rows.map(line), ...more };
}

const percent = (value: string): Discount => ({ kind: 'percent', value });
const amount = (value: string): Discount => ({ kind: 'amount', value });

const joinery = invoice('GBP', [
  ['1', '1840.00', '20', percent('5')],
  ['4.2', '295.00', '20'],
  ['4.2', '86.50', '20'],
  ['2', '420.00', '20'],
  ['12', '4.50', '0'],
]);

const signs = invoice('GBP', [
  ['1', '1840.00', '20'],
  ['14', '62.55', '20', percent('10')],
  ['6.5', '78.00', '20'],
  ['2000', '0.0485', '0'],
]);

const interiors = invoice('JOD', [
  ['1', '1250.000', '16', percent('5')],
  ['6', '85.000', '16'],
  ['12', '35.500', '16'],
  ['3', '390.750', '16'],
  ['4', '6.250', '0'],
]);

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

describe('Figures that are refused', () => {
  const refusals: [string, TotalsInput, string, string | null][] = [
    ['letters', invoice('GBP', [['two', '1', '20']]), 'notANumber', 'lines.0.quantity'],
    ['a comma', invoice('GBP', [['1', '1,5', '20']]), 'notANumber', 'lines.0.unitPrice'],
    ['an empty price', invoice('GBP', [['1', '', '20']]), 'notANumber', 'lines.0.unitPrice'],
    [
      '7 decimals',
      invoice('GBP', [['1', '0.1234567', '20']]),
      'priceDecimals',
      'lines.0.unitPrice',
    ],
    [
      '7 decimals',
      invoice('GBP', [['0.1234567', '1', '20']]),
      'quantityDecimals',
      'lines.0.quantity',
    ],
    [
      '5 decimals of rate',
      invoice('GBP', [['1', '1', '1.23456']]),
      'percentDecimals',
      'lines.0.tax',
    ],
    ['a rate below 0', invoice('GBP', [['1', '1', '-5']]), 'rateRange', 'lines.0.tax'],
    ['a rate of 1000', invoice('GBP', [['1', '1', '1000']]), 'rateRange', 'lines.0.tax'],
    [
      'more than 100% off',
      invoice('GBP', [['1', '1', '20', percent('100.01')]]),
      'percentRange',
      'lines.0.discount',
    ],
    [
      'a negative percentage',
      invoice('GBP', [['1', '1', '20']], { documentDiscount: percent('-1') }),
      'percentRange',
      'documentDiscount',
    ],
    [
      'half a penny off',
      invoice('GBP', [['1', '1', '20', amount('0.005')]]),
      'amountDecimals',
      'lines.0.discount',
    ],
    [
      'more off than there is',
      invoice('GBP', [['1', '1', '20', amount('1.01')]]),
      'discountTooLarge',
      'lines.0.discount',
    ],
    [
      'a discount that adds',
      invoice('GBP', [['1', '1', '20', amount('-0.01')]]),
      'discountTooLarge',
      'lines.0.discount',
    ],
    [
      'more off the document than its sum',
      invoice('GBP', [['1', '1', '20']], { documentDiscount: amount('1.01') }),
      'discountTooLarge',
      'documentDiscount',
    ],
    [
      'ten billion billions',
      invoice('GBP', [['9999999', '9999999999', '20']]),
      'tooLarge',
      'lines.0.unitPrice',
    ],
    ['a sum past the limit', invoice('GBP', [['1', '9000000000000', '20']]), 'tooLarge', 'lines'],
  ];

  test.each(refusals)('%s', (_, input, reason, field) => {
    const result = tryTotals(input);
    if (result.ok) throw new Error('was not refused');
    expect(result.refused).toBeInstanceOf(TotalsRefused);
    expect(result.refused).toMatchObject({ reason, field, key: `totals.errors.${reason}` });
    expect(result.refused.lineId).toBe(field?.startsWith('lines.') ? 'line-1' : null);
    expect(() => computeTotals(input)).toThrow(TotalsRefused);
  });

  test('an unknown currency is a fault, not a refusal', () => {
    expect(() => tryTotals(invoice('ABC', []))).toThrow(RangeError);
  });

  test('zeros that a column adds are no decimals', () => {
    const padded = invoice('GBP', [['1.00000000', '2.50000000', '20', amount('0.500000')]]);
    expect(computeTotals(padded).netTotal).toBe(200n);
  });
});

describe('How was this computed', () => {
  test('line 2 of the shopfront is told: 14 × 62.55 = 875.70, less 10% = 788.13', () => {
    const explained = explainTotals(signs, computeTotals(signs));
    expect(explained.lines).toEqual([
      {
        number: 2,
        id: 'line-2',
        quantity: '14',
        unitPrice: '62.55',
        exactGross: '875.7',
        discount: percent('10'),
        exactAmount: '788.13',
        amount: 78813n,
        wasRounded: false,
      },
    ]);
    expect(explained.groups.map((group) => [group.exactTax, group.tax])).toEqual([
      ['627.026', 62703n],
      ['0', 0n],
    ]);
    expect(explained.shares).toEqual([]);
  });

  test('a rounded line and the shares of a discount are told', () => {
    const input = invoice('GBP', [['3', '33.335', '20']], { documentDiscount: amount('1') });
    const explained = explainTotals(input, computeTotals(input));
    expect(explained.lines).toMatchObject([
      { exactAmount: '100.005', amount: 10001n, wasRounded: true },
    ]);
    expect(explained.shares).toEqual([{ number: 1, id: 'line-1', share: 100n }]);
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
  const began = performance.now();
  for (let run = 0; run < 10; run += 1) computeTotals(input);
  expect((performance.now() - began) / 10).toBeLessThan(40);
});
