import { portalRoute } from '@/lib/http/portal-route';
import { readForm } from '@/lib/http/read-form';
import { downloadInvoices } from '@/lib/portal/download-invoices';

// Nothing ticked, or more than a ZIP holds.
const LIST = '/invoices?notice=zip';

/** The invoices named by `d` as one ZIP; changes nothing but the view log. */
export const GET = portalRoute(
  async (ctx, request) => downloadInvoices(ctx, new URL(request.url).searchParams.getAll('d')),
  LIST,
);

/** The same from a form, which holds a thousand ids where an address cannot. */
export const POST = portalRoute(async (ctx, request) => {
  const form = await readForm(request);
  return downloadInvoices(
    ctx,
    form.getAll('d[]').filter((id) => typeof id === 'string'),
  );
}, LIST);
