import { Readable } from 'node:stream';
import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { awaitPdfHash } from '@/lib/documents/pdf-file';
import { pdfHeaders } from '@/lib/documents/pdf-response';
import { tidyFileName } from '@/lib/files/file-name';
import { openFile } from '@/lib/files/store';
import { recordView } from './record-view';
import { ownInvoices } from './where';

/**
 * The stored PDF as a download, and a row in the view log. Just issued, it may take a moment; if it does not come at all
 * (a stopped worker) the client is led back to the page, which says so.
 */
export async function invoicePdf(ctx: PortalContext, id: string): Promise<Response> {
  const document = await ctx.db.document.findFirst({
    where: { ...ownInvoices(ctx), id },
    select: { number: true, pdfHash: true },
  });
  if (!document) throw new Missing();
  const hash = document.pdfHash ?? (await awaitPdfHash(ctx, id));
  const file = hash ? await openFile(ctx.business.id, hash) : null;
  if (!file) {
    const location = `/portal/${ctx.business.slug}/invoices/${id}?pdf=waiting`;
    return new Response(null, { status: 303, headers: { location } });
  }
  await recordView(ctx, id, 'PDF');
  const name = tidyFileName([document.number, ctx.business.name], 'pdf');
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: { ...pdfHeaders(name, true), 'content-length': String(file.size) },
  });
}
