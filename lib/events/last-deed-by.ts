import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import type { EventKind } from './kinds';

/**
 * Who did the last of these deeds, by name, to tell somebody whose form has become stale; the business's own name where
 * nobody is remembered. `about` narrows to the deeds on one thing, by what the events' data say.
 */
export async function lastDeedBy(
  tx: Pick<ScopedTx, 'event'>,
  ctx: Pick<AnyContext, 'business'>,
  deeds: { kinds: EventKind[]; partyId?: string; about?: Record<string, string> },
): Promise<string> {
  const { kinds, partyId, about = {} } = deeds;
  const event = await tx.event.findFirst({
    where: {
      kind: { in: kinds },
      ...(partyId ? { partyId } : {}),
      AND: Object.entries(about).map(([name, equals]) => ({ data: { path: [name], equals } })),
    },
    orderBy: { seq: 'desc' },
    select: { actorName: true },
  });
  return event?.actorName ?? ctx.business.name;
}
