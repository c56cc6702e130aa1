import { makeSystemContext } from '@/lib/auth/make-context';
import { withinLimit } from '@/lib/auth/rate-limit';
import type { Business } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import { enqueue } from '@/lib/jobs/enqueue';
import { type FoundLink, freshAddress } from '@/lib/links/find-link';

/** Mails to one address that somebody without a session may cause. */
const PER_RECIPIENT = { most: 4, seconds: 3600 };
const PER_NETWORK = { most: 30, seconds: 3600 };

/** By typed address (in its stored spelling), or by an old link that its holder wants renewed. */
export type Wanted = { email: string; documentId?: string | null } | { link: FoundLink };

/**
 * Asks for a mailed link that signs in once. A known address and an unknown one get the same answer after the same work:
 * who it belongs to is only looked up by the job that mails it. Asked too often, nothing is mailed.
 * `network` is the caller's `rateLimitKey`.
 */
export async function requestLink(
  business: Business,
  wanted: Wanted,
  { network, now }: { network: string; now: Date },
): Promise<void> {
  const byLink = 'link' in wanted;
  const address = byLink ? (freshAddress(wanted.link) ?? '') : wanted.email;
  const of = (subject: string) => `${business.id} ${subject}`;
  const allowed =
    (await withinLimit('portal-link-network', of(network), PER_NETWORK, now)) &&
    (await withinLimit('portal-link-mail', of(address), PER_RECIPIENT, now));
  if (!allowed) return;
  const ctx = makeSystemContext(business, { clock: () => now });
  await ctx.transact((tx) =>
    enqueue(tx, 'mail-portal-link', {
      businessId: business.id,
      requestId: newId(),
      email: byLink ? null : wanted.email,
      linkId: byLink ? wanted.link.id : null,
      documentId: (byLink ? wanted.link.documentId : wanted.documentId) ?? null,
    }),
  );
}
