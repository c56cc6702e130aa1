import { notFound, redirect } from 'next/navigation';
import type { PortalContext } from '@/lib/auth/context';
import { findPortalContext } from '@/lib/auth/portal-session';

/** The guard of every portal page, first line. Without a session: to the portal's own sign-in page, which mails a link. */
export async function portalPage(params: Promise<{ business: string }>): Promise<PortalContext> {
  const { business } = await params;
  const ctx = await findPortalContext(business);
  if (ctx === undefined) notFound();
  if (ctx === null) redirect(`/portal/${encodeURIComponent(business)}/sign-in`);
  return ctx;
}
