import { staffRoute } from '@/lib/http/staff-route';
import { suggestClients } from '@/lib/parties/suggest-clients';

/** Clients for the pickers of other forms, by what was typed so far. */
export const GET = staffRoute('clients.read', async (ctx, request) => {
  const text = new URL(request.url).searchParams.get('q') ?? '';
  const found = await suggestClients(ctx, text.slice(0, 100));
  return Response.json(found, { headers: { 'cache-control': 'no-store' } });
});
