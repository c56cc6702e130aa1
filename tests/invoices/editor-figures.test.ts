import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeDraft,
  type EditorDraft,
  type EditorLine,
  emptyLine,
  tidyPrice,
  tidyQuantity,
  toDraftInput,
  toEditor,
} from '@/components/invoices/editor/editor-state';
import { liveTotals } from '@/components/invoices/editor/editor-totals';
import { newId } from '@/lib/db/new-id';
import { draftSchema } from '@/lib/documents/draft-schema';
import { compare, decimal } from '@/lib/money/decimal';
import { editorDraft } from './editor-draft';

const draft = (line: Partial<EditorLine>, given: Partial<EditorDraft> = {}): EditorDraft =>
  editorDraft({
    ...given,
    lines: [{ ...emptyLine(newId(), null), description: 'Sign', unitPrice: '10', ...line }],
  });

const BOTH = { ok: false, reason: 'ambiguous', whole: '1250', fraction: '1.25' };

describe('A figure in the editor that can be read in two ways', () => {
  it.each([
    ['quantity', '1.250'],
    ['unitPrice', '1.250'],
    ['discount', '1.250'],
  ] as const)('is marked with both, counts for nothing, and is not stored: %s', (field, text) => {
    const typed = draft({ [field]: text });
    const { errors, totals } = liveTotals(typed, []);
    expect(errors).toEqual({ [`lines.0.${field}`]: BOTH });
    expect(totals.total).toBe(0n);
    const stored = draftSchema.safeParse(toDraftInput(typed, 0));
    expect(stored.error?.issues).toMatchObject([
      { message: 'money.errors.ambiguous', params: { whole: '1250', fraction: '1.25' } },
    ]);
  });

  it('is marked as the discount of the whole invoice too', () => {
    const { errors } = liveTotals(draft({}, { discount: '1.250' }), []);
    expect(errors).toEqual({ discount: BOTH });
  });

  it('stays as it is typed on leaving the field', () => {
    expect(tidyPrice('1.250', 'GBP')).toBe('1.250');
    expect(tidyQuantity('1.250')).toBe('1.250');
  });

  it('is read where the currency has three decimals, or the figure is a percentage', () => {
    const inDinars = draft({ unitPrice: '1.250' }, { currency: 'JOD' });
    expect(liveTotals(inDinars, []).totals.total).toBe(1250n);
    expect(draftSchema.parse(toDraftInput(inDinars, 0)).lines[0]?.unitPrice).toBe('1.250');
    expect(liveTotals(draft({ discount: '7.125 %' }), []).errors).toEqual({});
    expect(
      draftSchema.parse(toDraftInput(draft({ discount: '7,125%' }), 0)).lines[0],
    ).toMatchObject({
      discount: { kind: 'percent', value: '7.125' },
    });
  });
});

describe('On leaving its field a figure shows how it was read', () => {
  it.each([
    ['1,250', 'GBP', '1,250.00'],
    ['1250,5', 'EUR', '1,250.50'],
    ['١٬٢٥٠', 'SAR', '1,250.00'],
    ['١٫٢٥٠', 'SAR', '1.25'],
    ['1.255', 'JOD', '1.255'],
    ['1.2550', 'GBP', '1.2550'],
  ])('the price %s in %s: %s', (typed, currency, shown) => {
    expect(tidyPrice(typed, currency)).toBe(shown);
  });

  it.each([
    ['2,000', '2000'],
    ['2,5', '2.5'],
    ['٢٫٥', '2.5'],
    ['١٫٢٥٥', '1.2550'],
  ])('the quantity %s: %s', (typed, shown) => {
    expect(tidyQuantity(typed)).toBe(shown);
  });
});

describe('What is stored', () => {
  const figure = fc
    .tuple(fc.nat({ max: 99_999 }), fc.stringMatching(/^(\d{0,5}[1-9])?$/))
    .map(([whole, fraction]) => (fraction ? `${whole}.${fraction}` : String(whole)));
  const currency = fc.constantFrom('GBP', 'JPY', 'JOD');

  it('comes back out of the editor as it was, in its currency and after a look at another', () => {
    fc.assert(
      fc.property(figure, figure, currency, currency, (quantity, unitPrice, own, other) => {
        const stored = draftSchema.parse(toDraftInput(draft({}, { currency: own }), 0));
        const [line] = stored.lines;
        if (!line) throw new Error('no line');
        const shown = toEditor({
          ...stored,
          issueOn: '',
          dueOn: '',
          deliveryOn: '',
          periodFrom: '',
          periodTo: '',
          lines: [{ ...line, quantity, unitPrice }],
        });
        const there = changeDraft(shown, { type: 'set', fields: { currency: other } });
        const back = changeDraft(there, { type: 'set', fields: { currency: own } });
        for (const opened of [shown, there, back]) {
          const [again] = draftSchema.parse(toDraftInput(opened, 1)).lines;
          expect(compare(decimal(again?.quantity ?? ''), decimal(quantity))).toBe(0);
          expect(compare(decimal(again?.unitPrice ?? ''), decimal(unitPrice))).toBe(0);
        }
      }),
    );
  });
});
