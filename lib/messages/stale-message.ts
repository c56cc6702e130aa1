import type { SystemContext } from '@/lib/auth/context';
import type { Message } from '@/lib/db/generated/client';

/** Why a message that waited does not go any more; `pdfMissing` is found out by waiting for it. */
export type StaleReason = 'voided' | 'reversed' | 'linkDead' | 'pdfMissing';

/**
 * What happened while a message waited: its invoice was made void, its payment undone, its link revoked or run out.
 * Then it would tell the client something untrue, and is stopped.
 */
export async function reasonNotToSend(
  ctx: SystemContext,
  message: Pick<Message, 'kind' | 'documentId' | 'paymentId' | 'linkId'>,
): Promise<{ stale: StaleReason } | null> {
  const { kind, documentId, paymentId, linkId } = message;
  if (kind === 'INVOICE' && documentId) {
    const document = await ctx.db.document.findUniqueOrThrow({
      where: ctx.key(documentId),
      select: { voidedAt: true },
    });
    if (document.voidedAt) return { stale: 'voided' };
  }
  if (kind === 'RECEIPT' && paymentId) {
    const payment = await ctx.db.payment.findUniqueOrThrow({
      where: ctx.key(paymentId),
      select: { reversedAt: true },
    });
    if (payment.reversedAt) return { stale: 'reversed' };
  }
  if (linkId) {
    const link = await ctx.db.link.findUniqueOrThrow({
      where: ctx.key(linkId),
      select: { revokedAt: true, expiresAt: true },
    });
    if (link.revokedAt || link.expiresAt <= ctx.now()) return { stale: 'linkDead' };
  }
  return null;
}
