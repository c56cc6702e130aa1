export const dynamic = 'force-dynamic';

/** Says that this web process is up and answering; asks nothing of the database. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
