'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { portalAction } from '@/lib/actions/portal-action';
import { cookieOptions, portalCookie } from '@/lib/auth/cookies';
import { safePath } from '@/lib/http/redirect-target';
import { LOCALES } from '@/lib/i18n/locale';
import { endPortalSessions } from '@/lib/links/revoke-links';
import { isCurrency } from '@/lib/money/currencies';
import { rememberReader } from '@/lib/pages/remember-reader';
import { startCheckout } from '@/lib/payments/start-checkout';
import { chooseLanguage as chooseLanguageDeed } from '@/lib/portal/choose-language';
import { type Choice, readPayable } from '@/lib/portal/payable';

/** What the pay buttons send: ticked invoices, or all (or all overdue ones) in a currency. */
const payInput = z.strictObject({
  d: z.array(z.uuid()).max(500).optional(),
  what: z.enum(['all', 'overdue']).optional(),
  currency: z.string().refine(isCurrency).optional(),
});

/** One invoice leads to the payment page at once; several to a page that states their sum first. */
export const pay = portalAction({
  input: payInput,
  run: async (ctx, { d, what, currency }) => {
    const choice: Choice = what
      ? { what, currency: currency ?? ctx.party.currency }
      : { ids: d ?? [] };
    const found = await readPayable(ctx, choice);
    const [only] = found;
    if (found.length === 1 && only) {
      const { url } = await startCheckout(ctx, { documentIds: [only.id] });
      redirect(url);
    }
    const query =
      'ids' in choice
        ? choice.ids.map((id) => ['d', id])
        : [
            ['what', choice.what],
            ['currency', choice.currency],
          ];
    redirect(`/portal/${ctx.business.slug}/pay?${new URLSearchParams(query)}`);
  },
});

/** Ends this session here and now. */
export const signOut = portalAction({
  input: z.strictObject({}),
  run: async (ctx) => {
    await endPortalSessions(ctx, { partyId: ctx.party.id, id: ctx.sessionId });
    (await cookies()).set(portalCookie(ctx.business.id), '', cookieOptions(0));
    redirect(`/portal/${ctx.business.slug}/sign-in?done=out`);
  },
});

/** The language a client reads in, from the next page on. */
export const chooseLanguage = portalAction({
  input: z.strictObject({ locale: z.enum(LOCALES), next: z.string().max(2000) }),
  run: async (ctx, { locale, next }) => {
    await chooseLanguageDeed(ctx, locale);
    await rememberReader({ locale });
    redirect(safePath(next, `/portal/${ctx.business.slug}`));
  },
});
