import { readiness } from '@/lib/db/readiness';

export const dynamic = 'force-dynamic';

/** 200 when work can be done here (database, migrations, worker), else 503 and what is missing. */
export async function GET(): Promise<Response> {
  const checks = await readiness();
  const ready = Object.values(checks).every((check) => check === 'ok');
  return Response.json(
    { status: ready ? 'ok' : 'unavailable', ...checks },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
