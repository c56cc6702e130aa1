import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';

/**
 * Notes that an issued invoice went to the client by another way (by post, by hand). Asked again, or after a mail,
 * it does nothing. Refuses drafts and void invoices.
 */
export async function markSent(ctx: StaffContext | SystemContext, id: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Document', id);
    const document = await tx.document.findUnique({ where: ctx.key(id) });
    if (document?.kind !== 'INVOICE') throw new Missing();
    if (!document.issuedAt) throw new Refused('invoices.errors.sendDraft');
    if (document.voidedAt) throw new Refused('invoices.errors.sendVoid');
    if (document.sentAt) return;
    const now = ctx.now();
    await tx.document.update({
      where: ctx.key(id),
      data: { sentAt: now, updatedAt: now, version: { increment: 1 } },
    });
    recordEvent(tx, ctx, {
      kind: 'invoice.markedSent',
      partyId: document.partyId,
      documentId: id,
      data: { number: document.number },
    });
  });
}
