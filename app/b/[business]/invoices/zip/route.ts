import { MOST_IN_ZIP, zipResponse } from '@/lib/documents/zip';
import { isId } from '@/lib/forms/is-id';
import { readForm } from '@/lib/http/read-form';
import { seeOther, staffRoute } from '@/lib/http/staff-route';
import { downloadableInvoices } from '@/lib/invoices/queries';

/** The PDFs of the ticked invoices as one ZIP. With more than it holds, or nothing but drafts, it leads back to the list. */
export const POST = staffRoute('invoices.read', async (ctx, request) => {
  const form = await readForm(request);
  const ids = form.getAll('ids[]').filter((id): id is string => typeof id === 'string' && isId(id));
  const back = (notice: string) => seeOther(`/b/${ctx.business.slug}/invoices?notice=${notice}`);
  if (ids.length > MOST_IN_ZIP) return back('zip');
  const documents = await downloadableInvoices(ctx, ids);
  if (documents.length === 0) return back('noPdf');
  const name = ctx.t('invoices.zipName', { date: ctx.today() });
  return zipResponse(ctx, documents, name);
});
