import { findRecords } from '@/lib/home/find-records';
import { staffRoute } from '@/lib/http/staff-route';

/** Clients and invoices for the search box of every screen. */
export const GET = staffRoute('home.read', async (ctx, request) => {
  const text = new URL(request.url).searchParams.get('q') ?? '';
  const found = await findRecords(ctx, text.slice(0, 100));
  return Response.json(found, { headers: { 'cache-control': 'no-store' } });
});
