'use server';

import { cookies } from 'next/headers';
import { RedirectType, redirect } from 'next/navigation';
import { z } from 'zod';
import { publicAction } from '@/lib/actions/public-action';
import { Missing } from '@/lib/actions/refused';
import { cookieOptions, deviceCookie, portalCookie } from '@/lib/auth/cookies';
import { PORTAL_SESSION_DAYS } from '@/lib/auth/portal-session';
import { rateLimitKey } from '@/lib/http/rate-limit-key';
import { findLink } from '@/lib/links/find-link';
import { rememberReader } from '@/lib/pages/remember-reader';
import { endReportedSession } from '@/lib/portal/end-reported-session';
import { redeemLink } from '@/lib/portal/redeem-link';
import { requestLink } from '@/lib/portal/request-link';

const token = z.string().max(100);
const DAY = 24 * 60 * 60;
/** As long as browsers keep a cookie at all (RFC 6265bis, 5.6.1). */
const DEVICE_DAYS = 400;

/** The press of the button: a session of one's own, and away from the address that holds the token. */
export const openLink = publicAction({
  name: 'open-link',
  limit: { most: 60, seconds: 600 },
  input: z.strictObject({ token }),
  run: async ({ userAgent, address, now }, input) => {
    const jar = await cookies();
    const link = await findLink(input.token);
    const device = link ? (jar.get(deviceCookie(link.businessId))?.value ?? null) : null;
    const redeemed = await redeemLink(input.token, { userAgent, address, device }, now);
    const { businessId, slug, documentId, cookie, locale } = redeemed;
    jar.set(portalCookie(businessId), cookie, cookieOptions(PORTAL_SESSION_DAYS * DAY));
    jar.set(deviceCookie(businessId), redeemed.device, cookieOptions(DEVICE_DAYS * DAY));
    await rememberReader({ locale });
    const home = `/portal/${slug}`;
    // In place of the link's own address, so that "back" does not lead to a page with a token in it.
    redirect(documentId ? `${home}/invoices/${documentId}` : home, RedirectType.replace);
  },
});

/** "This was not me": ends the sign-in that a mail told of. */
export const endReported = publicAction({
  name: 'end-reported',
  limit: { most: 60, seconds: 600 },
  input: z.strictObject({ token }),
  run: async ({ now }, input) => {
    const { slug } = await endReportedSession(input.token, now);
    redirect(`/portal/${slug}/sign-in?done=ended`, RedirectType.replace);
  },
});

/** A fresh link in place of a dead one, to the address stored for the same person today. */
export const renewLink = publicAction({
  name: 'renew-link',
  limit: { most: 20, seconds: 600 },
  input: z.strictObject({ token }),
  run: async ({ address, now }, input) => {
    const link = await findLink(input.token);
    if (!link) throw new Missing();
    await requestLink(link.business, { link }, { network: rateLimitKey(address), now });
    redirect(`/portal/${link.business.slug}/sign-in/sent`);
  },
});
