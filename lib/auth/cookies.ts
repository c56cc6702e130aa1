import { env } from '@/lib/env/env';

/** The prefix works on https only; browsers drop such cookies on plain http. */
function prefixed(name: string): string {
  return env().baseUrl.startsWith('https:') ? `__Host-${name}` : name;
}

export const staffCookie = () => prefixed('portico-staff');

/** Its own cookie for each business, and worth nothing on the staff side. */
export const portalCookie = (businessId: string) =>
  prefixed(`portico-portal-${businessId.slice(-12)}`);

/** By which a client's browser is known again at a business; it outlives sessions and opens nothing. */
export const deviceCookie = (businessId: string) =>
  prefixed(`portico-device-${businessId.slice(-12)}`);

export function cookieOptions(maxAgeSeconds: number) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: env().baseUrl.startsWith('https:'),
    maxAge: maxAgeSeconds,
  } as const;
}
