import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locale';
import { CURRENCIES, exponent } from '@/lib/money/currencies';
import {
  canonicalPercent,
  type Reading,
  readDecimal,
  readingIssue,
} from '@/lib/money/parse-decimal';
import { isLikelyDate } from '@/lib/time/calendar-date';

/** Text as people type it: NFC, without control characters; lines may break where `multiline`. */
export function typedText(most: number, multiline = false) {
  const control = multiline ? /[^\P{Cc}\n\t]/gu : /\p{Cc}/gu;
  return z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(control, ' ').trim())
    .pipe(z.string().max(most));
}

/** A calendar date or nothing; refuses 31 February. */
export const optionalDate = z
  .string()
  .trim()
  .refine((text) => text === '' || isLikelyDate(text), 'errors.date')
  .transform((text) => text || null);

const typedFigure = z.string();

/** A discount as typed: nothing, '10' percent, or an amount of money. */
const typedDiscount = z
  .strictObject({ kind: z.enum(['percent', 'amount']), value: z.string().max(40) })
  .nullable();

const typedLine = z.strictObject({
  id: z.uuid(),
  description: typedText(300),
  details: typedText(2_000, true),
  quantity: typedFigure,
  unit: typedText(30),
  unitPrice: typedFigure,
  discount: typedDiscount,
  taxRateId: z.uuid().nullable(),
});

const typedDraft = z.strictObject({
  id: z.uuid(),
  /** 0 for a draft that is not stored yet. */
  version: z.int().min(0),
  partyId: z.uuid(),
  title: typedText(120),
  currency: z.enum(CURRENCIES as [string, ...string[]]),
  locale: z.enum(LOCALES),
  pricesIncludeTax: z.boolean(),
  issueOn: optionalDate,
  termsDays: z.int().min(0).max(3650).nullable(),
  dueOn: optionalDate,
  deliveryOn: optionalDate,
  periodFrom: optionalDate,
  periodTo: optionalDate,
  reference: typedText(80),
  notes: typedText(4_000, true),
  terms: typedText(4_000, true),
  discount: typedDiscount,
  lines: z.array(typedLine).max(1_000),
});

/** Everything an invoice draft holds, as the editor sends it. Money and quantities are text as typed, in any digits. */
export const draftSchema = typedDraft.transform(withFigures);

/** The typed figures as decimal text; a price and an amount as the draft's currency is written. */
function withFigures(
  draft: z.output<typeof typedDraft>,
  context: z.core.$RefinementCtx<z.output<typeof typedDraft>>,
) {
  const decimals = exponent(draft.currency);
  const figure = (reading: Reading, ...path: (string | number)[]): string => {
    if (reading.ok) return reading.text;
    context.addIssue({ ...readingIssue(reading, 'errors.number'), path });
    return '0';
  };
  const discount = (given: typeof draft.discount, ...path: (string | number)[]) => {
    if (!given || given.value.trim() === '') return null;
    const { kind, value } = given;
    const reading = kind === 'percent' ? percentage(value) : readDecimal(value, decimals);
    return { kind, value: figure(reading, ...path) };
  };
  return {
    ...draft,
    discount: discount(draft.discount, 'discount'),
    lines: draft.lines.map((line, index) => ({
      ...line,
      quantity: figure(readDecimal(line.quantity), 'lines', index, 'quantity'),
      unitPrice: figure(readDecimal(line.unitPrice, decimals), 'lines', index, 'unitPrice'),
      discount: discount(line.discount, 'lines', index, 'discount'),
    })),
  };
}

function percentage(typed: string): Reading {
  const text = canonicalPercent(typed);
  return text === null ? { ok: false, reason: 'notANumber' } : { ok: true, text };
}

export type DraftInput = z.input<typeof draftSchema>;
export type Draft = z.output<typeof draftSchema>;
