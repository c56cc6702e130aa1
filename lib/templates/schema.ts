import { z } from 'zod';
import { paragraphs, requiredLine, version } from '@/lib/forms/fields';
import { LOCALES } from '@/lib/i18n/locale';
import { TEMPLATE_KINDS } from './variables';

const which = { kind: z.enum(TEMPLATE_KINDS), locale: z.enum(LOCALES) };

/** What the template form sends. Version 0: the built-in text was shown. */
export const templateInput = z.strictObject({
  ...which,
  version,
  subject: requiredLine(200),
  body: paragraphs(10_000).pipe(z.string().min(1)),
});

export const resetTemplateInput = z.strictObject({ ...which, version });
