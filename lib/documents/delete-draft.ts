import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';

/** Deletes a draft with its lines; that it existed stays in the history. Refuses what was issued. */
export async function deleteDraft(ctx: StaffContext | SystemContext, id: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Document', id);
    const document = await tx.document.findUnique({ where: ctx.key(id) });
    if (!document) throw new Missing();
    if (document.issuedAt) throw new Refused('invoices.errors.deleteIssued');
    await tx.document.delete({ where: ctx.key(id) });
    recordEvent(tx, ctx, {
      kind: 'invoice.deleted',
      partyId: document.partyId,
      data: { currency: document.currency, total: String(document.totalAmount) },
    });
  });
}
