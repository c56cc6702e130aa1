import { z } from 'zod';
import { Refused, Stale } from '@/lib/actions/refused';
import type { AnyContext, StaffContext } from '@/lib/auth/context';
import { withinLimit } from '@/lib/auth/rate-limit';
import { seal, unseal } from '@/lib/auth/secrets';
import type { ScopedTx } from '@/lib/db/transact';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import { enqueue } from '@/lib/jobs/enqueue';
import { checkStripeKey, LONGEST_DEBIT_MS } from '@/lib/stripe/connection';

const keyBound = (businessId: string) => `stripe-key:${businessId}`;
const webhookBound = (businessId: string) => `stripe-webhook:${businessId}`;

/** What the payments form sends. Empty secrets keep the stored ones; `version` is empty for the first connection. */
export const stripeConnectionInput = z.strictObject({
  version: z.string().regex(/^\d{0,9}$/),
  secretKey: z
    .string()
    .max(300)
    .transform((text) => text.trim()),
  webhookSecret: z
    .string()
    .max(300)
    .transform((text) => text.trim())
    .refine(
      (text) => text === '' || /^whsec_\w{8,}([\s,]+whsec_\w{8,})*$/.test(text),
      'settings.payments.errors.webhookSecret',
    ),
});

/**
 * Connects the business to its Stripe account after asking Stripe whose key it is. Both secrets are kept encrypted
 * and never shown again. A key of another account needs that account's webhook secret with it.
 */
export async function saveStripeConnection(
  ctx: StaffContext,
  input: z.output<typeof stripeConnectionInput>,
): Promise<void> {
  const { id: businessId } = ctx.business;
  const limit = { most: 20, seconds: 600 };
  if (!(await withinLimit('stripe-key', businessId, limit, ctx.now())))
    throw new Refused('errors.tooMany');
  const known = await ctx.db.stripeConnection.findUnique({ where: { businessId } });
  if (!input.secretKey && !known) throw new Refused('errors.required', {}, 'secretKey');
  const account = input.secretKey ? await checkStripeKey(input.secretKey) : null;
  if (account && !account.ok) {
    throw new Refused(`settings.payments.refused.${account.reason}`, {}, 'secretKey');
  }
  await ctx.transact(async (tx) => {
    await tx.lock('Business', businessId);
    const before = await tx.stripeConnection.findUnique({ where: { businessId } });
    if ((before?.version ?? '').toString() !== input.version) {
      const about = { connection: 'stripe' };
      const by = await lastDeedBy(tx, ctx, { kinds: ['connection.changed'], about });
      throw new Stale({}, by, before?.version ?? 0);
    }
    const facts = account?.ok
      ? { live: account.live, accountId: account.accountId, accountName: account.accountName }
      : before && {
          live: before.live,
          accountId: before.accountId,
          accountName: before.accountName,
        };
    const sameAccount = before?.accountId === facts?.accountId && before?.live === facts?.live;
    if (!input.webhookSecret && !(before && sameAccount)) {
      throw new Refused('settings.payments.errors.webhookSecretNeeded', {}, 'webhookSecret');
    }
    const secretKeySealed = input.secretKey
      ? seal(input.secretKey, keyBound(businessId))
      : before?.secretKeySealed;
    const webhookSecretSealed = input.webhookSecret
      ? seal(input.webhookSecret, webhookBound(businessId))
      : before?.webhookSecretSealed;
    if (!facts || !secretKeySealed || !webhookSecretSealed) {
      throw new Refused('errors.required', {}, 'secretKey');
    }
    const row = { ...facts, secretKeySealed, webhookSecretSealed, checkedAt: ctx.now() };
    await tx.stripeConnection.upsert({
      where: { businessId },
      create: { ...row, businessId },
      update: { ...row, version: { increment: 1 } },
    });
    recordEvent(tx, ctx, {
      kind: 'connection.changed',
      data: {
        connection: 'stripe',
        account: [before?.accountId ?? null, facts.accountId],
        live: facts.live,
      },
    });
    await lookAgain(tx, ctx);
  });
}

/** Payment pages that may still bring money, or have brought some while nobody listened. */
function unsettled(tx: ScopedTx, ctx: StaffContext) {
  return tx.checkout.findMany({
    where: {
      state: { in: ['OPEN', 'PROCESSING', 'FAILED'] },
      stripeSessionId: { not: null },
      createdAt: { gt: new Date(ctx.now().getTime() - LONGEST_DEBIT_MS) },
    },
    select: { id: true, createdAt: true },
  });
}

/** What was paid while nobody listened is found now. */
async function lookAgain(tx: ScopedTx, ctx: StaffContext): Promise<void> {
  for (const { id: checkoutId } of await unsettled(tx, ctx)) {
    await enqueue(tx, 'check-checkout', { businessId: ctx.business.id, checkoutId });
  }
  await lookOnceMore(tx, ctx);
}

/** Pages of an account that is left are given up once nothing can come of them any more. */
async function lookOnceMore(tx: ScopedTx, ctx: StaffContext): Promise<void> {
  for (const { id: checkoutId, createdAt } of await unsettled(tx, ctx)) {
    const startAfter = new Date(createdAt.getTime() + LONGEST_DEBIT_MS + 60_000);
    const payload = { businessId: ctx.business.id, checkoutId };
    await enqueue(tx, 'check-checkout', payload, { startAfter });
  }
}

/** Forgets the connection: the portal offers no card payment any more, and Stripe's messages are not read. */
export async function removeStripeConnection(ctx: StaffContext): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const before = await tx.stripeConnection.findUnique({ where: { businessId: ctx.business.id } });
    if (!before) return;
    await tx.stripeConnection.delete({ where: { businessId: ctx.business.id } });
    await lookOnceMore(tx, ctx);
    recordEvent(tx, ctx, {
      kind: 'connection.changed',
      data: { connection: 'stripe', account: [before.accountId, null] },
    });
  });
}

/** The connection with its secrets, for talking to Stripe and checking webhooks only; null when there is none. */
export async function openStripeConnection(ctx: AnyContext): Promise<{
  secretKey: string;
  webhookSecret: string;
  live: boolean;
  accountId: string;
} | null> {
  const { id: businessId } = ctx.business;
  const row = await ctx.db.stripeConnection.findUnique({ where: { businessId } });
  if (!row) return null;
  return {
    secretKey: unseal(row.secretKeySealed, keyBound(businessId)),
    webhookSecret: unseal(row.webhookSecretSealed, webhookBound(businessId)),
    live: row.live,
    accountId: row.accountId,
  };
}

/** What the payments page shows: everything but the secrets. */
export async function findStripeConnection(ctx: StaffContext) {
  return ctx.db.stripeConnection.findUnique({
    where: { businessId: ctx.business.id },
    select: { live: true, accountId: true, accountName: true, checkedAt: true, version: true },
  });
}
