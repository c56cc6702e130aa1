import type { PortalContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { recordEvent } from '@/lib/events/record-event';
import { startOfDay } from '@/lib/time/time-zone';

const SAME_VIEW_MS = 60_000;

/**
 * Remembers that this client opened an invoice's page or its PDF: a row of the view log (one a minute and session), the
 * first time on the document itself, and an event once a session and day. The one thing that reading changes.
 */
export async function recordView(
  ctx: PortalContext,
  documentId: string,
  kind: 'PAGE' | 'PDF',
): Promise<void> {
  const now = ctx.now();
  const ours = { documentId, kind, portalSessionId: ctx.sessionId };
  const recent = { ...ours, at: { gt: new Date(now.getTime() - SAME_VIEW_MS) } };
  if (await ctx.db.documentView.findFirst({ where: recent, select: { id: true } })) return;
  await ctx.transact(async (tx) => {
    await tx.lock('Document', documentId);
    if (await tx.documentView.findFirst({ where: recent, select: { id: true } })) return;
    const today = startOfDay(ctx.today(), ctx.business.timeZone);
    const seen = await tx.documentView.findFirst({
      where: { ...ours, at: { gte: today } },
      select: { id: true },
    });
    await tx.documentView.create({
      data: { businessId: ctx.business.id, id: newId(), ...ours, at: now },
    });
    await tx.document.updateMany({
      where: { id: documentId, viewedAt: null },
      data: { viewedAt: now },
    });
    if (seen) return;
    recordEvent(tx, ctx, {
      kind: kind === 'PAGE' ? 'invoice.viewed' : 'invoice.downloaded',
      partyId: ctx.party.id,
      documentId,
    });
  });
}

/** The same for many PDFs at once: a row for each (one a minute and session), one event for all. */
export async function recordDownloads(ctx: PortalContext, wanted: string[]): Promise<void> {
  const now = ctx.now();
  await ctx.transact(async (tx) => {
    await tx.lock('Party', ctx.party.id);
    const recent = await tx.documentView.findMany({
      where: {
        documentId: { in: wanted },
        kind: 'PDF',
        portalSessionId: ctx.sessionId,
        at: { gt: new Date(now.getTime() - SAME_VIEW_MS) },
      },
      select: { documentId: true },
    });
    const known = new Set(recent.map(({ documentId }) => documentId));
    const documentIds = wanted.filter((id) => !known.has(id));
    if (documentIds.length === 0) return;
    await tx.documentView.createMany({
      data: documentIds.map((documentId) => ({
        businessId: ctx.business.id,
        id: newId(),
        documentId,
        portalSessionId: ctx.sessionId,
        kind: 'PDF' as const,
        at: now,
      })),
    });
    await tx.document.updateMany({
      where: { id: { in: documentIds }, viewedAt: null },
      data: { viewedAt: now },
    });
    recordEvent(tx, ctx, {
      kind: 'invoice.downloaded',
      partyId: ctx.party.id,
      documentId: documentIds.length === 1 ? (documentIds[0] ?? null) : null,
      data: { documents: documentIds.length },
    });
  });
}
