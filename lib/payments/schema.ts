import { z } from 'zod';
import { line, requiredLine } from '@/lib/forms/fields';
import { isLikelyDate } from '@/lib/time/calendar-date';
import { MANUAL_METHODS } from './list-filters';

const trimmed = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim());

/** The form of a payment that arrived outside Stripe. Amounts are typed text; empty ones settle nothing. */
export const paymentForm = z.strictObject({
  id: z.uuid(),
  partyId: z.uuid('payments.errors.noClient'),
  currency: z.string().length(3),
  amount: trimmed(60),
  method: z.enum(MANUAL_METHODS),
  receivedOn: z.string().refine(isLikelyDate, 'errors.date'),
  reference: line(200).optional(),
  /** Typed amount by invoice id. */
  settle: z.record(z.uuid(), trimmed(60)).optional(),
  sendReceipt: z.literal('on').optional(),
});

export type PaymentForm = z.output<typeof paymentForm>;

/** Taking a payment back. */
export const undoForm = z.strictObject({
  id: z.uuid(),
  version: z.string().regex(/^\d{1,9}$/),
  reason: requiredLine(500),
});

/** Settling an invoice from the client's credit. `open` is what was open when the form was shown, in minor units. */
export const creditForm = z.strictObject({
  documentId: z.uuid(),
  open: z.string().regex(/^\d{1,18}$/),
  amount: trimmed(60),
});
