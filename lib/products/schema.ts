import { z } from 'zod';
import { line, paragraphs, requiredLine, version } from '@/lib/forms/fields';
import { CURRENCIES, exponent } from '@/lib/money/currencies';
import { readDecimal, readingIssue } from '@/lib/money/parse-decimal';

const PRICE = /^\d{1,12}(\.\d{1,6})?$/;

/** The price of one unit as decimal text: not negative, at most 12 digits before the point and 6 after it. */
function withPrice<P extends { unitPrice: string; currency: string }>(
  product: P,
  context: z.core.$RefinementCtx<P>,
): P {
  const reading = readDecimal(product.unitPrice, exponent(product.currency));
  if (reading.ok && PRICE.test(reading.text)) return { ...product, unitPrice: reading.text };
  const issue = readingIssue(
    reading.ok ? { ok: false, reason: 'notANumber' } : reading,
    'products.errors.price',
  );
  context.addIssue({ ...issue, path: ['unitPrice'] });
  return z.NEVER;
}

const fields = z.strictObject({
  name: requiredLine(300),
  details: paragraphs(2_000),
  unit: line(30),
  unitPrice: z.string().max(60),
  currency: z.enum(CURRENCIES as [string, ...string[]]),
  taxRateId: z.union([z.literal(''), z.uuid()]).transform((id) => id || null),
});

/** A product or service as the form sends it; `version` is 0 for one that is not stored yet. */
export const productSchema = fields.extend({ id: z.uuid(), version }).transform(withPrice);

/** A line of an invoice that is kept as a product. */
export const rememberedSchema = fields.transform(withPrice);

export type ProductInput = z.output<typeof productSchema>;
