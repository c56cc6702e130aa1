import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { queueInvoiceMail } from '@/lib/messages/queue-invoice-mail';
import { copiesTo, recipientsOf } from '@/lib/messages/recipients';
import { HOLD_MS } from './send-invoice';

/** What became of one of many: a message held for ten seconds, or the key of why there is none. */
export type BulkRow = { id: string; number: string | null; client: string } & (
  | { ok: true; messageId: string; to: string }
  | { ok: false; reason: string; values: Record<string, string | number> }
);

const MOST = 500;

/**
 * Sends many issued invoices, each to its client's main address with copies to the contacts who get invoices, with the
 * template in force and the PDF. Each stands for itself: what cannot be sent is answered with its reason, the others
 * go. `formId` makes a double click one round. Drafts are not issued by the dozen.
 */
export async function sendInvoices(
  ctx: StaffContext,
  input: { formId: string; ids: readonly string[] },
): Promise<BulkRow[]> {
  if (input.ids.length > MOST) throw new Refused('mail.errors.tooManyAtOnce', { most: MOST });
  const rows: BulkRow[] = [];
  for (const id of new Set(input.ids)) rows.push(await sendOne(ctx, input.formId, id));
  return rows;
}

async function sendOne(ctx: StaffContext, formId: string, id: string): Promise<BulkRow> {
  const document = await ctx.db.document.findFirst({
    where: { id, kind: 'INVOICE' },
    select: { number: true, party: true },
  });
  if (!document) {
    return { id, number: null, client: '', ok: false, reason: 'errors.missing', values: {} };
  }
  const { number, party } = document;
  const row = { id, number, client: party.displayName };
  try {
    return await ctx.transact(async (tx) => {
      await tx.lock('Party', party.id);
      await tx.lock('Document', id);
      const recipients = await recipientsOf(tx, party);
      const to = recipients.main;
      if (!to) throw new Refused('mail.errors.noAddress', { client: party.displayName });
      const messageId = await queueInvoiceMail(tx, ctx, {
        documentId: id,
        to,
        cc: copiesTo(recipients, 'getsInvoices'),
        attachPdf: true,
        sendAfter: new Date(ctx.now().getTime() + HOLD_MS),
        effectKey: `send:${formId}:${id}`,
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
