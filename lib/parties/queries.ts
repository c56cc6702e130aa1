import { cache } from 'react';
import type { StaffContext } from '@/lib/auth/context';
import type { Note, Prisma } from '@/lib/db/generated/client';
import { isId } from '@/lib/forms/is-id';
import { boundedCount } from '@/lib/lists/bounded-count';
import { type RecordPage, recordPage } from '@/lib/lists/record-list';

type Ctx = Pick<StaffContext, 'db' | 'key'>;

/**
 * Everything on the client's own record, with the people there (the main one first) and the balances. Null when this business
 * has no such client; `id` may be any text from an address. Read once for a page, which asks for it in its title as well.
 */
export const clientRecord = cache(async (ctx: Ctx, id: string) => {
  if (!isId(id)) return null;
  return ctx.db.party.findUnique({
    where: ctx.key(id),
    include: {
      contacts: {
        where: { archivedAt: null },
        orderBy: [{ isMain: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
      },
      balances: { orderBy: { currency: 'asc' } },
    },
  });
});

export type ClientRecord = NonNullable<Awaited<ReturnType<typeof clientRecord>>>;

/** One page of the notes on a client, newest first. The caller holds notes.read. */
export async function notesOf(
  ctx: Ctx,
  partyId: string,
  cursor?: string,
): Promise<RecordPage<Note>> {
  return recordPage<Prisma.NoteWhereInput, Note>(ctx.db.note, {
    where: { partyId },
    sort: { field: 'createdAt', direction: 'desc', type: 'instant' },
    cursor,
  });
}

/** What the tabs count, no further than a list counts. */
export async function tabCounts(ctx: Ctx, partyId: string) {
  const where = { partyId };
  const [documents, payments, messages, notes] = await Promise.all([
    boundedCount((bound) => ctx.db.document.count({ where, ...bound })),
    boundedCount((bound) => ctx.db.payment.count({ where, ...bound })),
    boundedCount((bound) => ctx.db.message.count({ where, ...bound })),
    boundedCount((bound) => ctx.db.note.count({ where, ...bound })),
  ]);
  return {
    documents: documents.number,
    payments: payments.number,
    messages: messages.number,
    notes: notes.number,
  };
}
