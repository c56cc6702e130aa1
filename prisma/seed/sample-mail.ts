import type { StaffContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';
import { queueInvoiceMail } from '@/lib/messages/queue-invoice-mail';
import { queueReceiptMail } from '@/lib/messages/queue-receipt-mail';
import { recipientsOf } from '@/lib/messages/recipients';

/** The mail of a past invoice, as one that was sent then: it does not go out again today. */
export async function mailedInvoice(
  ctx: StaffContext,
  documentId: string,
  at: Date,
): Promise<void> {
  await ctx.transact(async (tx) => {
    const { party } = await tx.document.findUniqueOrThrow({
      where: ctx.key(documentId),
      select: { party: true },
    });
    const { main } = await recipientsOf(tx, party);
    if (!main) return;
    const id = await queueInvoiceMail(tx, ctx, {
      documentId,
      to: main,
      cc: [],
      attachPdf: true,
      sendAfter: at,
      effectKey: `sample:${documentId}`,
    });
    await tx.document.update({ where: ctx.key(documentId), data: { sentAt: at } });
    await asSent(tx, ctx, id, at);
  });
}

/** The receipt of a past payment, likewise. */
export async function mailedReceipt(ctx: StaffContext, paymentId: string, at: Date): Promise<void> {
  await ctx.transact(async (tx) => {
    const id = await queueReceiptMail(tx, ctx, paymentId);
    if (id) await asSent(tx, ctx, id, at);
  });
}

async function asSent(tx: ScopedTx, ctx: StaffContext, id: string, at: Date): Promise<void> {
  const message = await tx.message.update({
    where: ctx.key(id),
    data: { state: 'SENT', attempts: 1, sentAt: at, settledAt: at },
  });
  recordEvent(tx, ctx, {
    kind: 'message.sent',
    partyId: message.partyId,
    documentId: message.documentId,
    paymentId: message.paymentId,
    data: { messageId: id, mail: message.kind, to: message.toEmail },
  });
}
