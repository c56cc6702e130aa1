import { staffRoute } from '@/lib/http/staff-route';
import { prepareSend } from '@/lib/invoices/send-draft';

/** What the send dialog opens with, as JSON. */
export const GET = staffRoute('messages.send', async (ctx, _request, { id = '' }) =>
  Response.json(await prepareSend(ctx, id), { headers: { 'cache-control': 'no-store' } }),
);
