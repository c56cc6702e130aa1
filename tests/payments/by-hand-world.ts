import { expect } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { checkBooks } from '@/lib/books/check-books';
import { newId } from '@/lib/db/new-id';
import { recordManualPayment } from '@/lib/payments/record-manual-payment';
import { type PaymentForm, paymentForm } from '@/lib/payments/schema';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';

// What each test of payments by hand has: a business of its own with one client.
export let ctx: StaffContext;
export let partyId: string;

export async function fresh() {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
}

export async function invoice(unitPrice: string, currency = 'GBP'): Promise<string> {
  return (await makeInvoice(ctx, partyId, { lines: [draftLine({ unitPrice })], currency })).id;
}

/** The form as the browser sends it: £100.00 in cash today, for nothing in particular. */
export function form(given: Partial<Record<keyof PaymentForm, unknown>> = {}): PaymentForm {
  return paymentForm.parse({
    id: newId(),
    partyId,
    currency: 'GBP',
    amount: '100.00',
    method: 'CASH',
    receivedOn: ctx.today(),
    reference: '',
    ...given,
  });
}

export const record = (given: Partial<Record<keyof PaymentForm, unknown>> = {}) =>
  recordManualPayment(ctx, form(given));

export const open = async (id: string) =>
  (await ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) })).openAmount;
export const booksAreRight = async () => expect(await checkBooks(ctx.business.id)).toEqual([]);

/** What each payment settles of an invoice, the oldest money first. */
export async function settledOf(documentId: string): Promise<bigint[]> {
  const rows = await ctx.db.allocation.findMany({
    where: { documentId },
    orderBy: [{ payment: { receivedOn: 'asc' } }, { paymentId: 'asc' }],
  });
  return rows.map(({ amount }) => amount);
}
