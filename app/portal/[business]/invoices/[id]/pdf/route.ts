import { Missing } from '@/lib/actions/refused';
import { isId } from '@/lib/forms/is-id';
import { portalRoute } from '@/lib/http/portal-route';
import { invoicePdf } from '@/lib/portal/invoice-pdf';

/** The stored PDF of one of the client's invoices. */
export const GET = portalRoute(async (ctx, _request, { id }) => {
  if (!isId(id)) throw new Missing();
  return invoicePdf(ctx, String(id));
});
