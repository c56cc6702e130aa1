import { z } from 'zod';
import { refuse, staffRoute } from '@/lib/http/staff-route';
import { previewSend } from '@/lib/invoices/send-draft';

const typed = z.strictObject({
  to: z.string().max(500),
  subject: z.string().max(1_000).nullable(),
  body: z.string().max(20_000).nullable(),
  attachPdf: z.boolean(),
});

/** The mail as it would look with what is typed so far. A route and not an action: actions of one window queue up. */
export const POST = staffRoute('messages.send', async (ctx, request, { id = '' }) => {
  const input = typed.safeParse(await request.json().catch(() => null));
  if (!input.success) return refuse(400, 'invalid');
  return Response.json(await previewSend(ctx, id, input.data), {
    headers: { 'cache-control': 'no-store' },
  });
});
