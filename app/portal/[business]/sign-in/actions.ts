'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { publicAction } from '@/lib/actions/public-action';
import { Missing, Refused } from '@/lib/actions/refused';
import { rateLimitKey } from '@/lib/http/rate-limit-key';
import { findPortalBusiness } from '@/lib/links/find-business';
import { checkEmail } from '@/lib/mail/email-address';
import { requestLink } from '@/lib/portal/request-link';

/** Asks for a mailed link by typed address. Every well-formed address gets the same answer. */
export const askForLink = publicAction({
  name: 'portal-link',
  limit: { most: 20, seconds: 600 },
  input: z.strictObject({
    business: z.string().max(100),
    email: z.string().max(300),
    document: z.uuid().or(z.literal('')),
  }),
  run: async ({ address, now }, { business: slug, email, document }) => {
    const business = await findPortalBusiness(slug);
    if (!business) throw new Missing();
    const checked = checkEmail(email);
    if (!checked.ok) throw new Refused(checked.reason, {}, 'email');
    await requestLink(
      business,
      { email: checked.email, documentId: document || null },
      { network: rateLimitKey(address), now },
    );
    redirect(`/portal/${business.slug}/sign-in/sent`);
  },
});
