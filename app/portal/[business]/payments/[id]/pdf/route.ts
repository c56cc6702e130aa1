import { Missing } from '@/lib/actions/refused';
import { isId } from '@/lib/forms/is-id';
import { portalRoute } from '@/lib/http/portal-route';
import { receiptPdf } from '@/lib/portal/account-pdf';

/** The receipt of one of the client's payments as a PDF. */
export const GET = portalRoute(async (ctx, _request, { id }) => {
  if (!isId(id)) throw new Missing();
  return receiptPdf(ctx, String(id), { whose: ctx.business.name, download: true });
});
