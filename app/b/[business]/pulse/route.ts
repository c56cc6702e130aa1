import { readPulse } from '@/lib/home/pulse';
import { staffRoute } from '@/lib/http/staff-route';

/** What happened since event `since`: the open window refreshes when something did. */
export const GET = staffRoute('home.read', async (ctx, request) => {
  const since = new URL(request.url).searchParams.get('since');
  return Response.json(await readPulse(ctx, since), { headers: { 'cache-control': 'no-store' } });
});
