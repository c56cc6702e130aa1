import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { findPortalContext } from '@/lib/auth/portal-session';
import { logError } from '@/lib/log/log';
import { isSameOrigin } from './same-origin';
import { refuse } from './staff-route';

type Params = Record<string, string> & { business: string };

/** The only way to write a portal route handler: a client's session, and our own origin for everything but GET. */
export function portalRoute(
  handle: (ctx: PortalContext, request: Request, params: Params) => Promise<Response>,
) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    const params = await route.params;
    try {
      if (request.method !== 'GET' && !isSameOrigin(request)) return refuse(403, 'origin');
      const ctx = await findPortalContext(params.business);
      if (!ctx) return refuse(404, 'missing');
      return await handle(ctx, request, params);
    } catch (error) {
      if (error instanceof Missing) return refuse(404, 'missing');
      return refuse(500, 'unexpected', logError(error, { path: new URL(request.url).pathname }));
    }
  };
}
