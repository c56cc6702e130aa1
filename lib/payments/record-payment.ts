import { Missing, Refused } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import type { PaymentMethod } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { refreshPartyBalance } from '@/lib/documents/balances';
import { expireCheckoutsFor } from '@/lib/documents/expire-checkouts';
import { recordEvent } from '@/lib/events/record-event';
import { queueReceiptMail } from '@/lib/messages/queue-receipt-mail';
import { sum } from '@/lib/money/money';
import { type CalendarDate, toDbDate } from '@/lib/time/calendar-date';
import { allocate, type Wanted } from './allocate';

/** Money that arrived. Amounts in minor units of `currency`; `id` is made by the form (or the checkout), so a repeat is the same payment. */
export type NewPayment = {
  id: string;
  partyId: string;
  currency: string;
  amount: bigint;
  method: PaymentMethod;
  methodDetail?: string;
  receivedOn: CalendarDate;
  reference?: string;
  allocations: readonly Wanted[];
  /** Stripe's id of the payment; one Stripe payment is one row, whoever reports it first. */
  providerId?: string | null;
  checkoutId?: string | null;
  sendReceipt: boolean;
};

export type Recorded = { id: string; isNew: boolean; settled: Wanted[] };

/**
 * The one way money gets into the books: by hand, by webhook and by the return page. A repeat (same id, or same provider
 * id) changes nothing and answers the payment that is there. By hand, what cannot be settled as asked is refused; money
 * that a provider has already taken is never refused: what finds no open document becomes the client's credit.
 */
export async function recordPayment(ctx: AnyContext, payment: NewPayment): Promise<Recorded> {
  if (payment.amount <= 0n) throw new Refused('payments.errors.notPositive', {}, 'amount');
  if (!payment.providerId && payment.receivedOn > ctx.today()) {
    throw new Refused('payments.errors.inFuture', {}, 'receivedOn');
  }
  return ctx.transact((tx) => recordWithin(tx, ctx, payment));
}

/** As `recordPayment`, inside a transaction that does more (settling a checkout). */
export async function recordWithin(
  tx: ScopedTx,
  ctx: AnyContext,
  payment: NewPayment,
): Promise<Recorded> {
  const { partyId, currency, amount, providerId = null, checkoutId = null } = payment;
  if (!(await tx.lock('Party', partyId))) throw new Missing();
  const existing = await tx.payment.findFirst({
    where: { OR: [{ id: payment.id }, ...(providerId ? [{ providerId }] : [])] },
    select: { id: true },
  });
  if (existing) return { id: existing.id, isNew: false, settled: [] };

  await tx.payment.create({
    data: {
      businessId: ctx.business.id,
      id: payment.id,
      partyId,
      currency,
      amount,
      method: payment.method,
      methodDetail: payment.methodDetail ?? '',
      receivedOn: toDbDate(payment.receivedOn),
      reference: payment.reference ?? '',
      checkoutId,
      providerId,
      createdAt: ctx.now(),
      createdById: ctx.kind === 'staff' ? ctx.user.id : null,
    },
  });
  const settled = await allocate(
    tx,
    ctx,
    { id: payment.id, partyId, currency, free: amount },
    payment.allocations,
    { strict: !providerId },
  );
  await refreshPartyBalance(tx, ctx, partyId, currency);
  recordEvent(tx, ctx, {
    kind: 'payment.recorded',
    partyId,
    documentId: settled.length === 1 ? (settled[0]?.documentId ?? null) : null,
    paymentId: payment.id,
    data: {
      currency,
      amount: String(amount),
      method: payment.method,
      credit: String(amount - sum(settled.map((row) => row.amount))),
      documents: settled.map((row) => ({ id: row.documentId, amount: String(row.amount) })),
    },
  });
  await expireCheckoutsFor(
    tx,
    ctx,
    payment.allocations.map((row) => row.documentId),
    { except: checkoutId },
  );
  if (payment.sendReceipt) await queueReceiptMail(tx, ctx, payment.id);
  return { id: payment.id, isNew: true, settled };
}
