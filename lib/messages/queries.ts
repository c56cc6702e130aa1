import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import { isId } from '@/lib/forms/is-id';
import { type RecordPage, recordPage } from '@/lib/lists/record-list';

const ROW = {
  id: true,
  kind: true,
  partyId: true,
  toName: true,
  toEmail: true,
  cc: true,
  subject: true,
  state: true,
  sendAfter: true,
  attempts: true,
  nextAttemptAt: true,
  errorKind: true,
  errorCode: true,
  createdAt: true,
  sentAt: true,
  settledAt: true,
  party: { select: { id: true, displayName: true } },
  document: { select: { id: true, number: true } },
} as const satisfies Prisma.MessageSelect;

/** A message as every list shows it: without its text. */
export type MessageRow = Prisma.MessageGetPayload<{ select: typeof ROW }>;

/** The outbox by what matters: what still goes out, what went, what needs a hand, what was taken back. */
export const MESSAGE_FILTERS = ['all', 'waiting', 'sent', 'failed', 'cancelled'] as const;

export type MessageFilter = (typeof MESSAGE_FILTERS)[number];

function whereFilter(filter: MessageFilter): Prisma.MessageWhereInput {
  switch (filter) {
    case 'all':
      return {};
    case 'waiting':
      return { state: { in: ['WAITING', 'SENDING'] } };
    case 'sent':
      return { state: 'SENT' };
    case 'failed':
      return { state: { in: ['FAILED', 'UNCERTAIN'] } };
    case 'cancelled':
      return { state: 'CANCELLED' };
  }
}

/** One page of the outbox, the newest first. */
export async function listMessages(
  ctx: StaffContext,
  options: { filter: MessageFilter; cursor?: string | undefined },
): Promise<RecordPage<MessageRow>> {
  return messagePage(ctx, whereFilter(options.filter), options.cursor);
}

/** One page of what was mailed to a client, the newest first. */
export async function messagesOf(
  ctx: StaffContext,
  partyId: string,
  cursor?: string,
): Promise<RecordPage<MessageRow>> {
  return messagePage(ctx, { partyId }, cursor);
}

function messagePage(
  ctx: StaffContext,
  where: Prisma.MessageWhereInput,
  cursor: string | undefined,
): Promise<RecordPage<MessageRow>> {
  return recordPage<Prisma.MessageWhereInput, MessageRow>(
    {
      findMany: (args) => ctx.db.message.findMany({ ...args, select: ROW }),
      count: (args) => ctx.db.message.count(args),
    },
    { where, sort: { field: 'createdAt', direction: 'desc', type: 'instant' }, cursor },
  );
}

/** The address that sending again would go to: the same contact's or the client's main one, as it is now. */
export async function addressNow(
  ctx: StaffContext,
  message: { partyId: string; contactId: string | null },
): Promise<string | null> {
  const { partyId, contactId } = message;
  if (contactId) {
    const contact = await ctx.db.contact.findFirst({
      where: { id: contactId, partyId, archivedAt: null },
      select: { email: true },
    });
    return contact?.email || null;
  }
  const party = await ctx.db.party.findFirst({ where: { id: partyId }, select: { email: true } });
  return party?.email || null;
}

/** One message with what was sent. Missing for what is not this business's. */
export async function findMessage(ctx: StaffContext, id: string) {
  if (!isId(id)) throw new Missing();
  const message = await ctx.db.message.findFirst({
    where: { id },
    select: {
      ...ROW,
      contactId: true,
      documentId: true,
      paymentId: true,
      linkId: true,
      typedSubject: true,
      typedBody: true,
      replyTo: true,
      locale: true,
      html: true,
      text: true,
      attachments: true,
      messageId: true,
    },
  });
  if (!message) throw new Missing();
  return message;
}
