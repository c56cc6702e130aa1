import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { findStaffContextFor } from '@/lib/auth/membership';
import { isDatabaseAway } from '@/lib/db/database-away';
import { logError } from '@/lib/log/log';
import type { Permission } from '@/lib/permissions/permissions';
import { Unreadable } from './read-form';

type Params = Record<string, string> & { business: string };

/** The only way to write a staff route handler: it cannot be written without a permission. Answers JSON errors. */
export function staffRoute(
  may: Permission,
  handle: (ctx: StaffContext, request: Request, params: Params) => Promise<Response>,
) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    const params = await route.params;
    try {
      const ctx = await findStaffContextFor(params.business, may);
      if (ctx === null) return refuse(401, 'signedOut');
      if (!ctx) return refuse(404, 'missing');
      return await handle(ctx, request, params);
    } catch (error) {
      if (error instanceof Missing) return refuse(404, 'missing');
      return refuseTrouble(error, request);
    }
  };
}

/** A JSON error: `{ error, errorId? }`, never cached. */
export function refuse(status: number, error: string, errorId?: string): Response {
  return Response.json(
    { error, ...(errorId ? { errorId } : {}) },
    { status, headers: { 'cache-control': 'no-store' } },
  );
}

/** Leads a browser on to a page of ours. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/**
 * What went wrong: 400 for a body that is no form, 503 with the advice to ask again while the database is away, else 500.
 * What is not the caller's doing is logged with an id.
 */
export function refuseTrouble(error: unknown, request: Request): Response {
  if (error instanceof Unreadable) return refuse(400, 'invalid');
  const errorId = logError(error, { path: new URL(request.url).pathname });
  if (!isDatabaseAway(error)) return refuse(500, 'unexpected', errorId);
  const response = refuse(503, 'databaseAway', errorId);
  response.headers.set('retry-after', '5');
  return response;
}
