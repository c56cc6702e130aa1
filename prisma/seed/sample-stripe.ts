import type { StaffContext } from '@/lib/auth/context';
import { makePortalContext } from '@/lib/auth/make-context';
import { saveStripeConnection } from '@/lib/businesses/stripe-connection';
import { newId } from '@/lib/db/new-id';
import { env } from '@/lib/env/env';
import { checkCheckout } from '@/lib/payments/check-checkout';
import { startCheckout } from '@/lib/payments/start-checkout';
import { stripeClient } from '@/lib/stripe/client';

const SECRET_KEY = 'sk_test_tidewatersigns';

/** Connects the sample business to the stand-in for Stripe, webhook and all. */
export async function connectSampleStripe(ctx: StaffContext): Promise<void> {
  const endpoint = await stripeClient(SECRET_KEY).webhookEndpoints.create({
    url: `${env().baseUrl}/api/stripe/${ctx.business.slug}`,
    enabled_events: ['*'],
  });
  await saveStripeConnection(ctx, {
    version: '',
    secretKey: SECRET_KEY,
    webhookSecret: endpoint.secret ?? '',
  });
}

/** One client pays the newest open invoice by bank debit: money that is on its way and not yet certain. */
export async function sampleBankDebit(ctx: StaffContext, partyId: string): Promise<void> {
  const party = await ctx.db.party.findUniqueOrThrow({ where: ctx.key(partyId) });
  const document = await ctx.db.document.findFirstOrThrow({
    where: { partyId, openAmount: { gt: 0n } },
    orderBy: { issuedAt: 'desc' },
    select: { id: true },
  });
  const client = makePortalContext({
    business: ctx.business,
    party,
    contactId: null,
    contactName: null,
    sessionId: newId(),
    locale: null,
  });
  const { checkoutId } = await startCheckout(client, { documentIds: [document.id] });
  const checkout = await ctx.db.checkout.findUniqueOrThrow({ where: ctx.key(checkoutId) });
  const answer = await fetch(`${env().stripeApiBase}/_control/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session: checkout.stripeSessionId, method: 'debit' }),
  });
  if (!answer.ok) throw new Error(`the stand-in for Stripe answered ${answer.status}`);
  await checkCheckout(client, checkoutId);
}
