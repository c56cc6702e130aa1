import { MOST_IN_ZIP, zipResponse } from '@/lib/documents/zip';
import { staffRoute } from '@/lib/http/staff-route';
import { downloadableInvoices } from '@/lib/invoices/queries';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The PDFs of the ticked invoices as one ZIP. Drafts have none; with nothing but drafts it leads back to the list. */
export const POST = staffRoute('invoices.read', async (ctx, request) => {
  const form = await request.formData();
  const ids = form
    .getAll('ids[]')
    .filter((id): id is string => typeof id === 'string' && UUID.test(id))
    .slice(0, MOST_IN_ZIP);
  const documents = await downloadableInvoices(ctx, ids);
  if (documents.length === 0) {
    const list = `/b/${ctx.business.slug}/invoices?notice=noPdf`;
    return new Response(null, { status: 303, headers: { location: list } });
  }
  const name = ctx.t('invoices.zipName', { date: ctx.today() });
  return zipResponse(ctx, documents, name);
});
