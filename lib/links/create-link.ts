import type { AnyContext } from '@/lib/auth/context';
import type { LinkPurpose } from '@/lib/db/generated/enums';
import { newId } from '@/lib/db/new-id';
import type { ScopedTx } from '@/lib/db/transact';

const DAY_MS = 86_400_000;

/** A requested link works once and for a quarter of an hour. */
export const SIGN_IN_MINUTES = 15;

type Recipient = { partyId: string; contactId: string | null; sentTo: string };

/** A link that lands on one document; works until it expires (the business's choice of days) or is revoked. Returns its id. */
export async function createDocumentLink(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business' | 'now'>,
  input: Recipient & { documentId: string },
): Promise<string> {
  const now = ctx.now();
  return create(tx, ctx, {
    ...input,
    purpose: 'DOCUMENT',
    expiresAt: new Date(now.getTime() + ctx.business.linkDays * DAY_MS),
    now,
  });
}

/** A link that signs in to the portal, once, within fifteen minutes. Returns its id. */
export async function createSignInLink(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business' | 'now'>,
  input: Recipient & { documentId: string | null },
): Promise<string> {
  const now = ctx.now();
  return create(tx, ctx, {
    ...input,
    purpose: 'SIGN_IN',
    expiresAt: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000),
    now,
  });
}

/** A link by which somebody says "this was not me": it ends a session, once, while that session lives. Returns its id. */
export async function createEndSessionLink(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business' | 'now'>,
  input: Recipient & { endsId: string; expiresAt: Date },
): Promise<string> {
  return create(tx, ctx, { ...input, documentId: null, purpose: 'END_SESSION', now: ctx.now() });
}

async function create(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business'>,
  link: Recipient & {
    documentId: string | null;
    endsId?: string;
    purpose: LinkPurpose;
    expiresAt: Date;
    now: Date;
  },
): Promise<string> {
  const { now, ...columns } = link;
  const id = newId();
  await tx.link.create({
    data: { businessId: ctx.business.id, id, ...columns, createdAt: now },
  });
  return id;
}
