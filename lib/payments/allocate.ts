import { Refused } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { refreshOpenAmount } from '@/lib/documents/balances';
import { sum } from '@/lib/money/money';

export type Wanted = { documentId: string; amount: bigint };

/**
 * Settles documents from a payment, as far as the payment still has money and the documents are open.
 * The caller holds the party's lock; this locks the documents in the order of their ids. A document that is void,
 * settled meanwhile or of another client takes nothing: the money stays the client's credit.
 * With `strict`, anything that cannot be settled in full is refused instead, at the form field `field` (`settle.<id>`
 * unless told otherwise). Returns what was settled.
 */
export async function allocate(
  tx: ScopedTx,
  ctx: AnyContext,
  payment: { id: string; partyId: string; currency: string; free: bigint },
  wanted: readonly Wanted[],
  options: { strict: boolean; field?: string },
): Promise<Wanted[]> {
  const settled: Wanted[] = [];
  let free = payment.free;
  for (const { documentId, amount } of byId(wanted)) {
    await tx.lock('Document', documentId);
    const document = await tx.document.findFirst({
      where: {
        id: documentId,
        kind: 'INVOICE',
        partyId: payment.partyId,
        currency: payment.currency,
        issuedAt: { not: null },
        voidedAt: null,
      },
      select: { openAmount: true, number: true },
    });
    if (options.strict) {
      const field = options.field ?? `settle.${documentId}`;
      refuse(ctx, { currency: payment.currency, document, amount, free, field });
    }
    const take = least(amount, document?.openAmount ?? 0n, free);
    if (take <= 0n) continue;
    const key = {
      businessId_paymentId_documentId: {
        businessId: ctx.business.id,
        paymentId: payment.id,
        documentId,
      },
    };
    await tx.allocation.upsert({
      where: key,
      create: {
        businessId: ctx.business.id,
        paymentId: payment.id,
        documentId,
        amount: take,
        createdAt: ctx.now(),
      },
      update: { amount: { increment: take } },
    });
    await refreshOpenAmount(tx, ctx, documentId);
    settled.push({ documentId, amount: take });
    free -= take;
  }
  return settled;
}

/**
 * Takes settled money back until no more than `keep` of the payment is allocated, newest document first.
 * Returns the documents that are open again. The caller holds the party's lock.
 */
export async function releaseDownTo(
  tx: ScopedTx,
  ctx: AnyContext,
  paymentId: string,
  keep: bigint,
): Promise<string[]> {
  const allocations = await tx.allocation.findMany({
    where: { paymentId },
    orderBy: [{ document: { issuedAt: 'desc' } }, { documentId: 'desc' }],
  });
  let excess = sum(allocations.map((row) => row.amount)) - keep;
  const released: Wanted[] = [];
  for (const { documentId, amount } of allocations) {
    if (excess <= 0n) break;
    const take = least(amount, excess);
    released.push({ documentId, amount: take });
    excess -= take;
  }
  for (const { documentId, amount } of byId(released)) {
    await tx.lock('Document', documentId);
    const key = { businessId: ctx.business.id, paymentId, documentId };
    const before = allocations.find((row) => row.documentId === documentId)?.amount ?? 0n;
    if (amount === before) {
      await tx.allocation.delete({ where: { businessId_paymentId_documentId: key } });
    } else {
      await tx.allocation.update({
        where: { businessId_paymentId_documentId: key },
        data: { amount: before - amount },
      });
    }
    await refreshOpenAmount(tx, ctx, documentId);
  }
  return released.map((row) => row.documentId);
}

function refuse(
  ctx: AnyContext,
  asked: {
    currency: string;
    document: { openAmount: bigint; number: string | null } | null;
    amount: bigint;
    free: bigint;
    field: string;
  },
): void {
  const { currency, document, amount, free, field } = asked;
  if (!document) throw new Refused('payments.errors.notOpen', {}, field);
  if (amount > document.openAmount) {
    throw new Refused(
      'payments.errors.moreThanOpen',
      { number: document.number ?? '', open: ctx.f.money(document.openAmount, currency) },
      field,
    );
  }
  if (amount > free) throw new Refused('payments.errors.moreThanPaid', {}, field);
}

function byId(wanted: readonly Wanted[]): Wanted[] {
  return [...wanted].sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
}

function least(...amounts: bigint[]): bigint {
  return amounts.reduce((a, b) => (b < a ? b : a));
}
