import { z } from 'zod';
import { Missing } from '@/lib/actions/refused';
import { portalRoute } from '@/lib/http/portal-route';
import { invoicePdf } from '@/lib/portal/invoice-pdf';

/** The stored PDF of one of the client's invoices. */
export const GET = portalRoute(async (ctx, _request, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new Missing();
  return invoicePdf(ctx, String(id));
});
