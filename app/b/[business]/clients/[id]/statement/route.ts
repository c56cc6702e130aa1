import { Missing } from '@/lib/actions/refused';
import { isId } from '@/lib/forms/is-id';
import { staffRoute } from '@/lib/http/staff-route';
import { statementPdf } from '@/lib/portal/account-pdf';
import { clientView } from '@/lib/portal/client-view';

/** A client's statement of account as a PDF, in the client's language. `?download` saves it. */
export const GET = staffRoute('payments.read', async (ctx, request, { id }) => {
  if (!isId(id)) throw new Missing();
  const view = await clientView(ctx, String(id));
  const download = new URL(request.url).searchParams.has('download');
  return statementPdf(view, request, { whose: view.party.displayName, download });
});
