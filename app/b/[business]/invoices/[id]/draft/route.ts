import { answer } from '@/lib/actions/answer';
import { Missing } from '@/lib/actions/refused';
import { nextInvoiceNumber } from '@/lib/businesses/next-number';
import { draftSchema } from '@/lib/documents/draft-schema';
import { saveDraft } from '@/lib/documents/save-draft';
import { refuse, staffRoute } from '@/lib/http/staff-route';
import { clientAccounts } from '@/lib/invoices/editor-data';
import { preflight } from '@/lib/invoices/preflight';

const MOST_BYTES = 4_000_000;

/** Saves a draft as the editor holds it; answers as an action does, with what follows from the stored draft. */
export const PUT = staffRoute('invoices.write', async (ctx, request, params) => {
  const text = await request.text();
  if (text.length > MOST_BYTES) return refuse(413, 'tooLarge');
  const result = await answer(ctx.t, draftSchema, parse(text), async (draft) => {
    if (draft.id !== params.id) throw new Missing();
    const { version } = await saveDraft(ctx, 'INVOICE', draft);
    const [number, checks, standing] = await Promise.all([
      nextInvoiceNumber(ctx, draft.issueOn ?? ctx.today()),
      preflight(ctx, draft.id),
      clientAccounts(ctx, draft.partyId),
    ]);
    return { version, savedAt: ctx.f.time(ctx.now()), number, checks, standing };
  });
  return Response.json(result, { headers: { 'cache-control': 'no-store' } });
});

/** Null for what is no JSON, which the schema then refuses. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
