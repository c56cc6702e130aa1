import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { findPortalContext } from '@/lib/auth/portal-session';
import { refuse, refuseTrouble, seeOther } from './staff-route';

type Params = Record<string, string> & { business: string };

/**
 * The only way to write a portal route handler: it cannot be written without a client's session. Where there is nothing
 * (for them), a browser that navigates is led to the portal's page `otherwise`, anything else gets a 404.
 */
export function portalRoute(
  handle: (ctx: PortalContext, request: Request, params: Params) => Promise<Response>,
  otherwise = '',
) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    const params = await route.params;
    try {
      const ctx = await findPortalContext(params.business);
      if (!ctx) return nothingThere(request, params.business, '/sign-in?done=expired');
      return await handle(ctx, request, params);
    } catch (error) {
      if (error instanceof Missing) return nothingThere(request, params.business, otherwise);
      return refuseTrouble(error, request);
    }
  };
}

function nothingThere(request: Request, business: string, otherwise: string): Response {
  if (!request.headers.get('accept')?.includes('text/html')) return refuse(404, 'missing');
  return seeOther(`/portal/${encodeURIComponent(business)}${otherwise}`);
}
