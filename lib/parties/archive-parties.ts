import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';

/**
 * Takes clients out of the lists and out of new documents. Nothing is deleted: what they owe stays owed, their portal
 * keeps working, and `restoreParties` brings them back. Answers how many were not archived before.
 */
export async function archiveParties(ctx: StaffContext, ids: readonly string[]): Promise<number> {
  return setArchived(ctx, ids, true);
}

/** Brings archived clients back into lists and new documents. Answers how many were archived before. */
export async function restoreParties(ctx: StaffContext, ids: readonly string[]): Promise<number> {
  return setArchived(ctx, ids, false);
}

async function setArchived(
  ctx: StaffContext,
  ids: readonly string[],
  archived: boolean,
): Promise<number> {
  return ctx.transact(async (tx) => {
    let changed = 0;
    for (const id of [...new Set(ids)].sort()) {
      await tx.lock('Party', id);
      const { count } = await tx.party.updateMany({
        where: { id, archivedAt: archived ? null : { not: null } },
        data: { archivedAt: archived ? ctx.now() : null, version: { increment: 1 } },
      });
      if (count === 0) continue;
      changed += count;
      recordEvent(tx, ctx, {
        kind: archived ? 'client.archived' : 'client.restored',
        partyId: id,
      });
    }
    return changed;
  });
}
