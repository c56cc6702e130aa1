import { staffRoute } from '@/lib/http/staff-route';
import { editorClient, editorClients } from '@/lib/invoices/editor-data';

/** Clients for the editor: those that match `?q=`, or the one of `?id=`. */
export const GET = staffRoute('invoices.read', async (ctx, request) => {
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('id');
  const q = (searchParams.get('q') ?? '').slice(0, 200);
  const one = id && /^[0-9a-f-]{36}$/.test(id) ? await editorClient(ctx, id) : null;
  const rows = id === null ? await editorClients(ctx, q) : one ? [one] : [];
  return Response.json({ rows }, { headers: { 'cache-control': 'no-store' } });
});
