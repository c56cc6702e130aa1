import { Missing, Refused, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';

/** Rewrites one's own note. Refuses somebody else's; a note changed in another window meanwhile is a `Stale`. */
export async function editNote(
  ctx: StaffContext,
  input: { id: string; version: number; body: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    const found = await tx.note.findUnique({ where: ctx.key(input.id), select: { partyId: true } });
    if (!found) throw new Missing();
    await tx.lock('Party', found.partyId);
    const note = await tx.note.findUniqueOrThrow({ where: ctx.key(input.id) });
    if (note.authorId !== ctx.user.id) throw new Refused('clients.errors.othersNote');
    if (note.version !== input.version) {
      throw new Stale({ body: note.body }, note.authorName, note.version);
    }
    if (note.body === input.body) return;
    await tx.note.update({
      where: ctx.key(input.id),
      data: { body: input.body, editedAt: ctx.now(), version: { increment: 1 } },
      select: { id: true },
    });
    recordEvent(tx, ctx, {
      kind: 'note.edited',
      partyId: note.partyId,
      data: { noteId: note.id },
    });
  });
}
