import { z } from 'zod';
import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { MOST_IN_ZIP, zipResponse } from '@/lib/documents/zip';
import { recordDownloads } from './record-view';
import { ownInvoices } from './where';

const ids = z.array(z.uuid()).min(1).max(MOST_IN_ZIP);

/**
 * The ticked invoices as one ZIP, streamed, the newest first. Only this client's own, void ones too; anything else in
 * the list counts as not being there. Missing when nothing is left, or when the list is no list of ids.
 */
export async function downloadInvoices(ctx: PortalContext, wanted: string[]): Promise<Response> {
  const parsed = ids.safeParse(wanted);
  if (!parsed.success) throw new Missing();
  const documents = await ctx.db.document.findMany({
    where: { ...ownInvoices(ctx), id: { in: parsed.data } },
    orderBy: [{ issueOn: 'desc' }, { id: 'desc' }],
    select: { id: true, number: true, pdfHash: true },
  });
  if (documents.length === 0) throw new Missing();
  await recordDownloads(
    ctx,
    documents.map(({ id }) => id),
  );
  // Among a client's own papers a file is told apart by who sent it.
  const party = { displayName: ctx.business.name };
  return zipResponse(
    ctx,
    documents.map((document) => ({ ...document, party })),
    ctx.t('portal.zipName', { business: ctx.business.name }),
  );
}
