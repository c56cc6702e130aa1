import { Missing } from '@/lib/actions/refused';
import { isId } from '@/lib/forms/is-id';
import { staffRoute } from '@/lib/http/staff-route';
import { receiptPdf } from '@/lib/portal/account-pdf';
import { clientView } from '@/lib/portal/client-view';

/** The receipt of a payment as a PDF, in the client's language. `?download` saves it. */
export const GET = staffRoute('payments.read', async (ctx, request, { id }) => {
  if (!isId(id)) throw new Missing();
  const payment = await ctx.db.payment.findFirst({ where: { id }, select: { partyId: true } });
  if (!payment) throw new Missing();
  const view = await clientView(ctx, payment.partyId);
  const download = new URL(request.url).searchParams.has('download');
  return receiptPdf(view, String(id), { whose: view.party.displayName, download });
});
