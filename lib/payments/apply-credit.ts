import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { refreshPartyBalance } from '@/lib/documents/balances';
import { expireCheckoutsFor } from '@/lib/documents/expire-checkouts';
import { recordEvent } from '@/lib/events/record-event';
import { freeMoney } from '@/lib/lists/free-money';
import { requireAmount } from '@/lib/money/require-amount';
import { allocate } from './allocate';

/**
 * Settles an open invoice from the client's credit, oldest money first, up to `amount` (minor units).
 * Refuses more than there is credit, or more than is open; and anything once what is open is no longer `shownOpen`, so
 * that an order sent twice is one.
 */
export async function applyCredit(
  ctx: StaffContext,
  input: { documentId: string; amount: bigint; shownOpen: bigint },
): Promise<void> {
  const document = await ctx.db.document.findFirst({
    where: { id: input.documentId, kind: 'INVOICE', issuedAt: { not: null } },
    select: { partyId: true, currency: true },
  });
  if (!document) throw new Missing();
  if (input.amount <= 0n) throw new Refused('payments.errors.notPositive', {}, 'amount');
  const { partyId, currency } = document;
  await ctx.transact(async (tx) => {
    await tx.lock('Party', partyId);
    const { openAmount: open } = await tx.document.findUniqueOrThrow({
      where: ctx.key(input.documentId),
      select: { openAmount: true },
    });
    if (open !== input.shownOpen) {
      throw new Refused('payments.errors.openMoved', { open: ctx.f.money(open, currency) });
    }
    const wanted = { partyId, currency, amount: input.amount };
    let left = input.amount;
    for (const { id, free } of await freeMoney(tx, ctx.business.id, wanted)) {
      const amount = free < left ? free : left;
      await allocate(
        tx,
        ctx,
        { id, partyId, currency, free },
        [{ documentId: input.documentId, amount }],
        { strict: true, field: 'amount' },
      );
      left -= amount;
    }
    if (left > 0n) throw new Refused('payments.errors.notEnoughCredit', {}, 'amount');
    await refreshPartyBalance(tx, ctx, partyId, currency);
    recordEvent(tx, ctx, {
      kind: 'payment.allocated',
      partyId,
      documentId: input.documentId,
      data: { currency, amount: String(input.amount) },
    });
    await expireCheckoutsFor(tx, ctx, [input.documentId]);
  });
}

/** The same from the form, where the amount is typed text in the invoice's currency. */
export async function applyTypedCredit(
  ctx: StaffContext,
  input: { documentId: string; amount: string; open: string },
): Promise<void> {
  const document = await ctx.db.document.findUnique({
    where: ctx.key(input.documentId),
    select: { currency: true },
  });
  if (!document) throw new Missing();
  const { documentId, open } = input;
  const amount = requireAmount(input.amount, document.currency, 'amount');
  await applyCredit(ctx, { documentId, amount, shownOpen: BigInt(open) });
}
