import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';
import { createDocumentLink } from '@/lib/links/create-link';
import { linkUrl } from '@/lib/links/link-url';

/**
 * The address of an issued invoice for the client's main e-mail address, to be handed over by other means than our mail.
 * Whoever holds it reads the client's documents, so copying is remembered. Refuses a draft, a void invoice and a client
 * without an e-mail address.
 */
export async function copyLink(ctx: StaffContext, documentId: string): Promise<string> {
  const where = ctx.key(documentId);
  const found = await ctx.db.document.findUnique({ where, select: { partyId: true } });
  if (!found) throw new Missing();
  return ctx.transact(async (tx) => {
    await tx.lock('Party', found.partyId);
    const document = await tx.document.findUniqueOrThrow({
      where,
      select: {
        number: true,
        issuedAt: true,
        voidedAt: true,
        party: { select: { id: true, email: true } },
      },
    });
    if (!document.issuedAt) throw new Refused('invoices.errors.linkDraft');
    if (document.voidedAt) throw new Refused('invoices.errors.sendVoid');
    const { party } = document;
    if (!party.email) throw new Refused('invoices.errors.linkWithoutEmail');
    const linkId = await createDocumentLink(tx, ctx, {
      partyId: party.id,
      contactId: null,
      sentTo: party.email,
      documentId,
    });
    recordEvent(tx, ctx, {
      kind: 'link.copied',
      partyId: party.id,
      documentId,
      data: { number: document.number, linkId },
    });
    return linkUrl(linkId);
  });
}
