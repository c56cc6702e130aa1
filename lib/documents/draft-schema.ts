import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locale';
import { CURRENCIES } from '@/lib/money/currencies';
import { canonicalDecimal, canonicalPercent } from '@/lib/money/parse-decimal';
import { isCalendarDate } from '@/lib/time/calendar-date';

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
  .refine((text) => text === '' || isCalendarDate(text), 'errors.date')
  .transform((text) => text || null);

const decimalText = z.string().transform((text, context) => {
  const canonical = canonicalDecimal(text);
  if (canonical === null) {
    context.addIssue({ code: 'custom', message: 'errors.number' });
    return z.NEVER;
  }
  return canonical;
});

/** A discount as typed: nothing, '10' percent, or an amount of money. */
const discount = z
  .strictObject({ kind: z.enum(['percent', 'amount']), value: z.string().max(40) })
  .nullable()
  .transform((given, context) => {
    if (!given || given.value.trim() === '') return null;
    const value =
      given.kind === 'percent' ? canonicalPercent(given.value) : canonicalDecimal(given.value);
    if (value === null) {
      context.addIssue({ code: 'custom', message: 'errors.number' });
      return z.NEVER;
    }
    return { kind: given.kind, value };
  });

export const draftLineSchema = z.strictObject({
  id: z.uuid(),
  description: typedText(300),
  details: typedText(2_000, true),
  quantity: decimalText,
  unit: typedText(30),
  unitPrice: decimalText,
  discount,
  taxRateId: z.uuid().nullable(),
});

/** Everything an invoice draft holds, as the editor sends it. Money and quantities are text as typed, in any digits. */
export const draftSchema = z.strictObject({
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
  discount,
  lines: z.array(draftLineSchema).max(1_000),
});

export type DraftInput = z.input<typeof draftSchema>;
export type Draft = z.output<typeof draftSchema>;
