import { describe, expect, test } from 'vitest';
import { missingTaxEvidence } from '@/lib/documents/tax-evidence';
import { computeTotals } from '@/lib/documents/totals';
import type { TaxCategory } from '@/lib/documents/totals-input';

const complete = { sellerTaxId: 'DE136695976', buyerTaxId: 'FR40303265045', isDated: true };
const bare = { sellerTaxId: '', buyerTaxId: '', isDated: false };

describe('What an invoice without tax must show', () => {
  test.each<[TaxCategory, string[]]>([
    ['STANDARD', []],
    ['ZERO', []],
    ['EXEMPT', []],
    ['OUTSIDE_SCOPE', []],
    ['REVERSE_CHARGE', ['ownTaxIdNeeded', 'reverseNeedsTaxId']],
    ['INTRA_COMMUNITY', ['ownTaxIdNeeded', 'intraNeedsTaxId', 'intraNeedsDelivery']],
    ['EXPORT', ['ownTaxIdNeeded']],
  ])('%s needs %j', (category, missing) => {
    expect(missingTaxEvidence({ categories: ['STANDARD', category], ...bare })).toEqual(missing);
    expect(missingTaxEvidence({ categories: [category], ...complete })).toEqual([]);
  });

  test('goods to another member state are taxed nothing, whatever rate was typed', () => {
    const totals = computeTotals({
      currency: 'EUR',
      pricesIncludeTax: false,
      lines: [
        {
          id: 'a',
          quantity: '3',
          unitPrice: '100.00',
          tax: { name: 'VAT', rate: '19', category: 'INTRA_COMMUNITY' },
        },
        {
          id: 'b',
          quantity: '1',
          unitPrice: '50.00',
          tax: { name: 'VAT', rate: '19', category: 'EXPORT' },
        },
      ],
    });
    expect(totals.taxGroups.map(({ category, rate, tax }) => [category, rate, tax])).toEqual([
      ['INTRA_COMMUNITY', '0', 0n],
      ['EXPORT', '0', 0n],
    ]);
    expect(totals.total).toBe(35_000n);
  });
});
