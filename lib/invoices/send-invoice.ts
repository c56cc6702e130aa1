import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { checkEmail } from '@/lib/mail/email-address';
import { queueInvoiceMail } from '@/lib/messages/queue-invoice-mail';
import { type Recipient, type RecipientParty, recipientsOf } from '@/lib/messages/recipients';
import { issueWithin } from './issue-invoice';

/** How long a mail is held so that it can be taken back. */
export const HOLD_MS = 10_000;
const MOST_COPIES = 10;

/**
 * What the send dialog orders. `formId` is made when the form is, so a double click is one mail. `to` and `cc` are as
 * typed; subject and body only where they were changed for this one. `expectedNumber` is the number a draft was shown
 * with, which may stand in the typed words: the one it then takes is written instead.
 */
export type SendOrder = {
  formId: string;
  id: string;
  version: number;
  to: string;
  cc: readonly string[];
  subject?: string;
  body?: string;
  expectedNumber?: string;
  attachPdf: boolean;
};

export type Sent = { messageId: string; number: string; to: string; heldUntil: Date };

/**
 * Issues the invoice if it is a draft and puts its mail into the outbox, in one transaction, held for ten seconds.
 * Refuses what issuing refuses, a void invoice, and an address that is not one plain mailbox.
 */
export async function sendInvoice(ctx: StaffContext, order: SendOrder): Promise<Sent> {
  const typedTo = mailbox(order.to, 'to');
  const cc = copies(order.cc, typedTo);
  const found = await ctx.db.document.findFirst({
    where: { id: order.id, kind: 'INVOICE' },
    select: { partyId: true, issuedAt: true },
  });
  if (!found) throw new Missing();
  if (!found.issuedAt && !ctx.may('invoices.issue')) throw new Missing();
  return ctx.transact(async (tx) => {
    await tx.lock('Party', found.partyId);
    const { number } = await issueWithin(tx, ctx, found.partyId, order);
    const party = await tx.party.findUniqueOrThrow({ where: ctx.key(found.partyId) });
    const to = await asRecipient(tx, party, typedTo);
    const words = (text: string | undefined) =>
      order.expectedNumber && text !== undefined
        ? renumbered(text, order.expectedNumber, number)
        : text;
    const sendAfter = new Date(ctx.now().getTime() + HOLD_MS);
    const subject = words(order.subject);
    const body = words(order.body);
    const messageId = await queueInvoiceMail(tx, ctx, {
      documentId: order.id,
      to,
      cc,
      attachPdf: order.attachPdf,
      ...(subject === undefined ? {} : { subject }),
      ...(body === undefined ? {} : { body }),
      sendAfter,
      effectKey: `send:${order.formId}`,
    });
    const queued = await tx.message.findUniqueOrThrow({
      where: ctx.key(messageId),
      select: { sendAfter: true, toEmail: true },
    });
    return { messageId, number, to: queued.toEmail, heldUntil: queued.sendAfter };
  });
}

/**
 * The words with the number that was really given. A number of digits alone may as well be an amount or a count of days
 * in them; so there the person is asked to look again.
 */
function renumbered(text: string, expected: string, given: string): string {
  if (expected === given) return text;
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(expected)}(?![\\p{L}\\p{N}])`, 'gu');
  if (text.search(whole) < 0) return text;
  if (!/\p{L}/u.test(expected)) {
    throw new Refused('mail.errors.numberMoved', { expected, given }, 'body');
  }
  return text.replace(whole, () => given);
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** One mailbox in the spelling we send to; refused beside its field otherwise. */
function mailbox(typed: string, field: string): string {
  const checked = checkEmail(typed);
  if (!checked.ok) throw new Refused(checked.reason, {}, field);
  return checked.email;
}

function copies(typed: readonly string[], to: string): string[] {
  const emails = typed.map((text) => mailbox(text, 'cc'));
  if (emails.length > MOST_COPIES)
    throw new Refused('mail.errors.tooManyCopies', { most: MOST_COPIES }, 'cc');
  return [...new Set(emails)].filter((email) => email !== to);
}

/** Whose address it is: the client's main one, a contact's, or one that was typed for this mail alone. */
async function asRecipient(tx: ScopedTx, party: RecipientParty, email: string): Promise<Recipient> {
  const { main, contacts } = await recipientsOf(tx, party);
  if (main?.email === email) return main;
  const contact = contacts.find((candidate) => candidate.email === email);
  if (!contact) return { name: '', email, contactId: null };
  return { name: contact.name, email, contactId: contact.contactId };
}
