import { Missing } from '@/lib/actions/refused';
import { draftPdf } from '@/lib/documents/pdf-file';
import { pdfHeaders, storedPdfResponse } from '@/lib/documents/pdf-response';
import { tidyFileName } from '@/lib/files/file-name';
import { staffRoute } from '@/lib/http/staff-route';
import { invoicePdfFacts } from '@/lib/invoices/invoice-view';

/** The PDF of an invoice: of an issued one the sealed file, of a draft how it would look now. `?download` saves it. */
export const GET = staffRoute('invoices.read', async (ctx, request, params) => {
  const found = await invoicePdfFacts(ctx, params.id ?? '');
  if (!found) throw new Missing();
  const download = new URL(request.url).searchParams.has('download');
  if (found.issued) return storedPdfResponse(ctx, found, download);
  const bytes = await draftPdf(ctx, found.id);
  const name = tidyFileName([ctx.t('documents.state.draft'), found.clientName], 'pdf');
  return new Response(Buffer.from(bytes), { headers: pdfHeaders(name, download) });
});
