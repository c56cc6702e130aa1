import { logoRoute } from '@/lib/businesses/logo-route';

/** A logo of this business, also for those who are not signed in: it stands on the link page. */
export const GET = logoRoute();
