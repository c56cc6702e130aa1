import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { refreshPartyBalance } from '@/lib/documents/balances';
import { expireCheckoutsFor } from '@/lib/documents/expire-checkouts';
import { recordEvent } from '@/lib/events/record-event';

/**
 * Makes an issued invoice void: its number stays taken, it owes nothing any more, and `reason` says why for ever.
 * Open payment pages for it are closed. Asked again, it does nothing. Refuses a draft, an empty reason, and an invoice
 * on which money has arrived or is under way: that is corrected by a credit note or by undoing the payment first.
 */
export async function voidInvoice(
  ctx: StaffContext | SystemContext,
  input: { id: string; reason: string },
): Promise<void> {
  const reason = input.reason.trim();
  if (!reason) throw new Refused('invoices.errors.voidReason', {}, 'reason');
  const found = await ctx.db.document.findFirst({
    where: { id: input.id, kind: 'INVOICE' },
    select: { partyId: true },
  });
  if (!found) throw new Missing();
  await ctx.transact(async (tx) => {
    await tx.lock('Party', found.partyId);
    await tx.lock('Document', input.id);
    const document = await tx.document.findUniqueOrThrow({ where: ctx.key(input.id) });
    if (!document.issuedAt) throw new Refused('invoices.errors.voidDraft');
    if (document.voidedAt) return;
    if (document.processingAmount > 0n) throw new Refused('invoices.errors.voidProcessing');
    const settled = await tx.allocation.count({ where: { documentId: document.id } });
    if (settled > 0) throw new Refused('invoices.errors.voidPaid');
    await expireCheckoutsFor(tx, ctx, [document.id]);
    const now = ctx.now();
    await tx.document.update({
      where: ctx.key(document.id),
      data: {
        voidedAt: now,
        voidReason: reason,
        openAmount: 0n,
        processingAmount: 0n,
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    await refreshPartyBalance(tx, ctx, document.partyId, document.currency);
    recordEvent(tx, ctx, {
      kind: 'invoice.voided',
      partyId: document.partyId,
      documentId: document.id,
      data: {
        number: document.number,
        currency: document.currency,
        total: String(document.totalAmount),
        reason,
      },
    });
  });
}
