import { Missing } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import { type DocumentSnapshot, mainContactName, takeSnapshot } from './snapshot';

/** A draft as it would be sealed now, without a number; nothing is stored. Missing once it is issued. */
export async function draftSnapshot(
  ctx: AnyContext,
  documentId: string,
): Promise<DocumentSnapshot> {
  const document = await ctx.db.document.findFirst({
    where: { id: documentId, issuedAt: null },
    include: { party: true, lines: { orderBy: { position: 'asc' } } },
  });
  if (!document) throw new Missing();
  const { snapshot } = takeSnapshot({
    business: ctx.business,
    party: document.party,
    contactName: await mainContactName(ctx.db, document.party),
    document,
    number: null,
    issuedAt: ctx.now(),
  });
  return snapshot;
}
