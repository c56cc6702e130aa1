import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { NoteKind } from '@/lib/db/generated/enums';
import { recordEvent } from '@/lib/events/record-event';

/** Writes a private note on a client, or what was said in a call with them. The words stay in the note: the history only knows that there is one. */
export async function addNote(
  ctx: StaffContext,
  input: { id: string; partyId: string; kind: NoteKind; body: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    if (!(await tx.lock('Party', input.partyId))) throw new Missing();
    const existing = await tx.note.findUnique({ where: ctx.key(input.id), select: { id: true } });
    if (existing) return;
    await tx.note.create({
      data: {
        businessId: ctx.business.id,
        ...input,
        authorId: ctx.user.id,
        authorName: ctx.user.name,
        createdAt: ctx.now(),
      },
    });
    recordEvent(tx, ctx, {
      kind: input.kind === 'CALL' ? 'note.callLogged' : 'note.added',
      partyId: input.partyId,
      data: { noteId: input.id },
    });
  });
}
