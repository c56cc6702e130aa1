import { duplicateWords } from '@/components/parties/duplicate-words';
import { refuse, staffRoute } from '@/lib/http/staff-route';
import { checkClient } from '@/lib/parties/check-client';
import { clientHints } from '@/lib/parties/schema';

/** What can be said of a half-filled form, in finished sentences. A POST because names and addresses do not belong into addresses. */
export const POST = staffRoute('clients.read', async (ctx, request) => {
  const hints = clientHints.safeParse(await request.json().catch(() => null));
  if (!hints.success) return refuse(400, 'invalid');
  const { phoneRead, taxIdProblem, duplicates } = await checkClient(ctx, hints.data);
  return Response.json(
    {
      phoneRead: phoneRead ? ctx.t('clients.form.phoneRead', { phone: phoneRead }) : null,
      taxIdProblem,
      duplicates: duplicates.map((found) => ({
        id: found.id,
        text: duplicateWords(ctx.t, ctx.f, found),
        href: `/b/${ctx.business.slug}/clients/${found.id}`,
      })),
    },
    { headers: { 'cache-control': 'no-store' } },
  );
});
