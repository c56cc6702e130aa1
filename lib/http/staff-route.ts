import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { findStaffContextFor } from '@/lib/auth/membership';
import { logError } from '@/lib/log/log';
import type { Permission } from '@/lib/permissions/permissions';
import { isSameOrigin } from './same-origin';

type Params = Record<string, string> & { business: string };

/** The only way to write a staff route handler: permission, and our own origin for everything but GET. Answers JSON errors. */
export function staffRoute(
  may: Permission,
  handle: (ctx: StaffContext, request: Request, params: Params) => Promise<Response>,
) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    const params = await route.params;
    try {
      if (request.method !== 'GET' && !isSameOrigin(request)) return refuse(403, 'origin');
      const ctx = await findStaffContextFor(params.business, may);
      if (ctx === null) return refuse(401, 'signedOut');
      if (!ctx) return refuse(404, 'missing');
      return await handle(ctx, request, params);
    } catch (error) {
      if (error instanceof Missing) return refuse(404, 'missing');
      return refuse(500, 'unexpected', logError(error, { path: new URL(request.url).pathname }));
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
