import { Missing } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { DRAFT_COLUMNS, draftOf } from '@/lib/documents/read-draft';
import { writeDraft } from '@/lib/documents/save-draft';
import { addDays, daysBetween, fromDbDate } from '@/lib/time/calendar-date';

/**
 * A new draft with the client, lines and texts of an invoice, to be dated on the day of its own issuing; a fixed due
 * date moves as far from today as it lay from the old invoice's date. Dates of delivery are left out: they were the
 * old one's. `newId` makes a double click one draft. Refuses an archived client.
 */
export async function duplicateInvoice(
  ctx: StaffContext | SystemContext,
  input: { id: string; newId: string },
): Promise<{ id: string }> {
  return ctx.transact(async (tx) => {
    if (await tx.lock('Document', input.newId)) return { id: input.newId };
    const original = await tx.document.findFirst({
      where: { id: input.id, kind: 'INVOICE' },
      select: { ...DRAFT_COLUMNS, issuedAt: true },
    });
    if (!original) throw new Missing();
    const draft = draftOf(original);
    const { issueOn, dueOn } = original;
    const distance = issueOn && dueOn ? daysBetween(fromDbDate(issueOn), fromDbDate(dueOn)) : null;
    const copy = {
      ...draft,
      id: input.newId,
      version: 0,
      issueOn: null,
      dueOn: draft.termsDays === null && distance !== null ? addDays(ctx.today(), distance) : null,
      deliveryOn: null,
      periodFrom: null,
      periodTo: null,
      lines: draft.lines.map((line) => ({ ...line, id: newId() })),
    };
    const { id } = await writeDraft(tx, ctx, 'INVOICE', copy, false);
    return { id };
  });
}
