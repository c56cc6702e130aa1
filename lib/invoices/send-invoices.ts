import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { holdRound, roundPrefix } from '@/lib/messages/hold-round';
import { queueInvoiceMail } from '@/lib/messages/queue-invoice-mail';
import { copiesTo, recipientsOf } from '@/lib/messages/recipients';
import { HOLD_MS } from './send-invoice';

/** What became of one of many: a message held for ten seconds, or the key of why there is none. */
export type BulkRow = { id: string; number: string | null; client: string } & (
  | { ok: true; messageId: string; to: string }
  | { ok: false; reason: string; values: Record<string, string | number> }
);

const MOST = 500;

/** How much longer the mails are held while more of their round are still to be written. */
const UNTIL_MORE_MS = 20_000;

/**
 * Sends many issued invoices, each to its client's main address with copies to the contacts who get invoices, with the
 * template in force and the PDF. Each stands for itself: what cannot be sent is answered with its reason, the others
 * go. `formId` makes a double click one round, and several calls too; with `more` another call of it follows. All mails of
 * the round are held until ten seconds after its last one. Drafts are not issued by the dozen.
 */
export async function sendInvoices(
  ctx: StaffContext,
  input: { formId: string; ids: readonly string[]; more?: boolean },
): Promise<BulkRow[]> {
  if (input.ids.length > MOST) throw new Refused('mail.errors.tooManyAtOnce', { most: MOST });
  const { formId, more = false } = input;
  const heldUntil = () => new Date(ctx.now().getTime() + HOLD_MS + (more ? UNTIL_MORE_MS : 0));
  const rows: BulkRow[] = [];
  for (const id of new Set(input.ids)) rows.push(await sendOne(ctx, formId, id, heldUntil()));
  await holdRound(ctx, formId, heldUntil());
  return rows;
}

async function sendOne(
  ctx: StaffContext,
  formId: string,
  id: string,
  sendAfter: Date,
): Promise<BulkRow> {
  const document = await ctx.db.document.findFirst({
    where: { id, kind: 'INVOICE' },
    select: { number: true, partyId: true, party: { select: { displayName: true } } },
  });
  if (!document) {
    return { id, number: null, client: '', ok: false, reason: 'errors.missing', values: {} };
  }
  const { number, partyId } = document;
  const row = { id, number, client: document.party.displayName };
  try {
    return await ctx.transact(async (tx) => {
      await tx.lock('Party', partyId);
      await tx.lock('Document', id);
      const party = await tx.party.findUniqueOrThrow({ where: ctx.key(partyId) });
      const recipients = await recipientsOf(tx, party);
      const to = recipients.main;
      if (!to) throw new Refused('mail.errors.noAddress', { client: party.displayName });
      const messageId = await queueInvoiceMail(tx, ctx, {
        documentId: id,
        to,
        cc: copiesTo(recipients, 'getsInvoices'),
        attachPdf: true,
        sendAfter,
        effectKey: `${roundPrefix(formId)}${id}`,
      });
      return { ...row, ok: true, messageId, to: to.email };
    });
  } catch (error) {
    if (error instanceof Missing) {
      return { ...row, ok: false, reason: 'errors.missing', values: {} };
    }
    if (!(error instanceof Refused)) throw error;
    return { ...row, ok: false, reason: error.key, values: error.values };
  }
}
