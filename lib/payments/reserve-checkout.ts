import { Missing, Refused } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import type { ScopedTx } from '@/lib/db/transact';
import { expireCheckoutsFor } from '@/lib/documents/expire-checkouts';
import { recordEvent } from '@/lib/events/record-event';
import { enqueue } from '@/lib/jobs/enqueue';
import { sum } from '@/lib/money/money';
import { type StripeAmountRefusal, toStripeAmount } from '@/lib/money/stripe-amount';

const MINUTE = 60_000;
/** Stripe takes 30 minutes to 24 hours; short, so that what is asked stays what is due. */
const OPEN_FOR = 60 * MINUTE;
/** A payment page that closes sooner than this is not worth sending anybody to. */
const WORTH_REUSING = 5 * MINUTE;
/** Longer than all tries to open a session at Stripe together. */
export const OPENING_TAKES = 2 * MINUTE;
/** When a checkout is looked at again although no webhook came. */
const CHECK_AFTER = [5 * MINUTE, 20 * MINUTE, OPEN_FOR + 2 * MINUTE, 2 * OPEN_FOR];

/** An account at Stripe, in live or test mode. */
export type StripeAccount = { accountId: string; live: boolean };

/** One document of a checkout; amount in minor units. */
export type ReservedItem = { documentId: string; number: string; amount: bigint };

export type ReservedCheckout = {
  id: string;
  currency: string;
  amount: bigint;
  expiresAt: Date;
  items: ReservedItem[];
  /** The payment page, when there is one already; '' while it is being opened. */
  url: string;
};

/**
 * Decides what a client is about to pay: exactly what is open now on the documents. The same question asked again gets
 * the same checkout while its page is good; any other open page for one of these documents is closed.
 * `account` is the one whose page it will be. Refuses documents that are not open, are being paid, or cannot be charged in one sum. Holds the locks of the client
 * and of the documents.
 */
export async function reserveCheckout(
  tx: ScopedTx,
  ctx: PortalContext,
  documentIds: string[],
  account: StripeAccount,
): Promise<ReservedCheckout> {
  await tx.lock('Party', ctx.party.id);
  const items = await openItems(tx, ctx, documentIds);
  const { currency } = items;
  const same = await sameCheckout(tx, ctx, items.list, account);
  if (same) return { ...same, currency, items: items.list };

  const now = ctx.now();
  const id = newId();
  const amount = sum(items.list.map((item) => item.amount));
  requireChargeable(ctx, amount, currency, null);
  const expiresAt = new Date(Math.ceil((now.getTime() + OPEN_FOR) / 1000) * 1000);
  const ids = items.list.map((item) => item.documentId);
  await expireCheckoutsFor(tx, ctx, ids);
  const businessId = ctx.business.id;
  await tx.checkout.create({
    data: {
      businessId,
      id,
      partyId: ctx.party.id,
      portalSessionId: ctx.sessionId,
      currency,
      amount,
      state: 'OPEN',
      stripeAccountId: account.accountId,
      live: account.live,
      createdAt: now,
      expiresAt,
    },
  });
  await tx.checkoutItem.createMany({
    data: items.list.map((item) => ({
      businessId,
      checkoutId: id,
      documentId: item.documentId,
      amount: item.amount,
    })),
  });
  recordEvent(tx, ctx, {
    kind: 'checkout.started',
    partyId: ctx.party.id,
    documentId: ids.length === 1 ? (ids[0] ?? null) : null,
    data: {
      checkout: id,
      currency,
      amount: String(amount),
      documents: items.list.map((item) => ({ id: item.documentId, amount: String(item.amount) })),
    },
  });
  for (const after of CHECK_AFTER) {
    const startAfter = new Date(now.getTime() + after);
    await enqueue(tx, 'check-checkout', { businessId, checkoutId: id }, { startAfter });
  }
  return { id, currency, amount, expiresAt, items: items.list, url: '' };
}

async function openItems(
  tx: ScopedTx,
  ctx: PortalContext,
  documentIds: string[],
): Promise<{ currency: string; list: ReservedItem[] }> {
  const ids = [...new Set(documentIds)].sort();
  if (ids.length === 0) throw new Refused('payments.errors.nothingChosen');
  for (const id of ids) await tx.lock('Document', id);
  const documents = await tx.document.findMany({
    where: {
      id: { in: ids },
      partyId: ctx.party.id,
      kind: 'INVOICE',
      issuedAt: { not: null },
    },
    orderBy: [{ issueOn: 'asc' }, { sequence: 'asc' }, { id: 'asc' }],
  });
  if (documents.length !== ids.length) throw new Missing();
  const currency = documents[0]?.currency ?? ctx.business.currency;
  const list: ReservedItem[] = [];
  for (const document of documents) {
    const number = document.number ?? '';
    if (document.processingAmount > 0n) throw new Refused('payments.errors.processing', { number });
    if (document.openAmount <= 0n) throw new Refused('payments.errors.nothingOpen', { number });
    if (document.currency !== currency) throw new Refused('payments.errors.mixedCurrencies');
    requireChargeable(ctx, document.openAmount, currency, number);
    list.push({ documentId: document.id, number, amount: document.openAmount });
  }
  return { currency, list };
}

async function sameCheckout(
  tx: ScopedTx,
  ctx: PortalContext,
  items: ReservedItem[],
  account: StripeAccount,
) {
  const now = ctx.now().getTime();
  const open = await tx.checkout.findMany({
    where: {
      partyId: ctx.party.id,
      state: 'OPEN',
      stripeAccountId: account.accountId,
      live: account.live,
      expiresAt: { gte: new Date(now + WORTH_REUSING) },
      items: { some: { documentId: items[0]?.documentId ?? '' } },
    },
    orderBy: { createdAt: 'desc' },
    include: { items: true },
  });
  const wanted = itemsText(items);
  return open.find(
    (checkout) =>
      itemsText(checkout.items) === wanted &&
      (checkout.url !== '' || checkout.createdAt.getTime() > now - OPENING_TAKES),
  );
}

function itemsText(items: { documentId: string; amount: bigint }[]): string {
  return items
    .map((item) => `${item.documentId}=${item.amount}`)
    .sort()
    .join();
}

/** What Stripe's units cannot hold is refused before anybody is sent there. `number` is null for the whole sum. */
function requireChargeable(
  ctx: PortalContext,
  amount: bigint,
  currency: string,
  number: string | null,
): void {
  const charge = toStripeAmount(amount, currency);
  if (charge.ok) return;
  throw new Refused(REFUSALS[charge.reason], {
    number: number ?? '',
    currency,
    amount: ctx.f.money(amount, currency),
  });
}

const REFUSALS: Record<StripeAmountRefusal, string> = {
  currency: 'payments.errors.currencyNotCharged',
  notPositive: 'payments.errors.notPositive',
  tooLarge: 'payments.errors.amountTooLarge',
  indivisible: 'payments.errors.indivisible',
};
