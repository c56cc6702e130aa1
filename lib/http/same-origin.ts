import { env } from '@/lib/env/env';

/**
 * Whether a state-changing request comes from our own pages: its Origin must be present and be exactly the
 * configured one or that of the host it was sent to. `null`, malformed and foreign origins are refused.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (!origin) return false;
  try {
    const { host, origin: exact } = new URL(origin);
    return exact === new URL(env().baseUrl).origin || host === request.headers.get('host');
  } catch {
    return false;
  }
}
