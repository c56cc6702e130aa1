import { z } from 'zod';
import { line, paragraphs, requiredLine, version } from '@/lib/forms/fields';
import { CURRENCIES } from '@/lib/money/currencies';
import { canonicalDecimal } from '@/lib/money/parse-decimal';

const PRICE = /^\d{1,12}(\.\d{1,6})?$/;

/** A price of one unit as decimal text: not negative, at most 12 digits before the point and 6 after it. */
const unitPrice = z
  .string()
  .max(60)
  .transform((text, context) => {
    const canonical = canonicalDecimal(text);
    if (canonical !== null && PRICE.test(canonical)) return canonical;
    context.addIssue({ code: 'custom', message: 'products.errors.price' });
    return z.NEVER;
  });

/** A product or service as the form sends it; `version` is 0 for one that is not stored yet. */
export const productSchema = z.strictObject({
  id: z.uuid(),
  version,
  name: requiredLine(300),
  details: paragraphs(2_000),
  unit: line(30),
  unitPrice,
  currency: z.enum(CURRENCIES as [string, ...string[]]),
  taxRateId: z.union([z.literal(''), z.uuid()]).transform((id) => id || null),
});

export type ProductInput = z.output<typeof productSchema>;
