import { logoRoute } from '@/lib/links/logo-route';

/** A logo of this business, also for those who are not signed in: it stands on the link page. */
export const GET = logoRoute();
