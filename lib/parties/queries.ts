import type { StaffContext } from '@/lib/auth/context';
import { COUNT_LIMIT } from '@/lib/lists/record-list';

type Ctx = Pick<StaffContext, 'db' | 'key'>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Everything on the client's own record, with the people there (the main one first) and the balances. Null when this business
 * has no such client; `id` may be any text from an address.
 */
export async function clientRecord(ctx: Ctx, id: string) {
  if (!UUID.test(id)) return null;
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
}

export type ClientRecord = NonNullable<Awaited<ReturnType<typeof clientRecord>>>;

/** Notes on a client, newest first. The caller holds notes.read. */
export async function notesOf(ctx: Ctx, partyId: string) {
  return ctx.db.note.findMany({
    where: { partyId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
}

/** What the tabs count, no further than a list counts. */
export async function tabCounts(ctx: Ctx, partyId: string) {
  const asked = { where: { partyId }, take: COUNT_LIMIT };
  const [documents, payments, messages, notes] = await Promise.all([
    ctx.db.document.count(asked),
    ctx.db.payment.count(asked),
    ctx.db.message.count(asked),
    ctx.db.note.count(asked),
  ]);
  return { documents, payments, messages, notes };
}
