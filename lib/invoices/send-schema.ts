import { z } from 'zod';
import { typedText } from '@/lib/documents/draft-schema';

/** What the send dialog sends. Addresses are checked by the deed, words by length; null words are the template's. */
export const sendInput = z.strictObject({
  formId: z.uuid(),
  id: z.uuid(),
  version: z.int().min(0),
  to: z.string().max(500),
  cc: z.array(z.string().max(500)).max(50),
  subject: typedText(200).pipe(z.string().min(1)).nullable(),
  body: typedText(10_000, true).pipe(z.string().min(1)).nullable(),
  expectedNumber: z.string().max(60),
  attachPdf: z.boolean(),
});

/** What one call of a bulk sending sends: ids of ticked invoices, and whether more of them follow in another call. */
export const sendManyInput = z.strictObject({
  formId: z.uuid(),
  ids: z.array(z.uuid()).min(1).max(500),
  more: z.boolean().default(false),
});
