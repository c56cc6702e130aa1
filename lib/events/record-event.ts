import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import type { EventKind } from './kinds';

/** What an event is about. `data` is small, JSON, without secrets; amounts as text in minor units, changes as `{field: [before, after]}`. */
export type NewEvent = {
  kind: EventKind;
  partyId?: string | null;
  documentId?: string | null;
  paymentId?: string | null;
  data?: Record<string, unknown>;
};

type Source = Pick<AnyContext, 'business' | 'actor' | 'now'>;

/**
 * Records what happened, in the deed's own transaction and as the last thing it does: writing an event locks the
 * business's chain (trigger "Event_chain"), and nobody should wait for it while a mail is drawn.
 */
export function recordEvent(tx: ScopedTx, source: Source, event: NewEvent): void {
  const { business, actor } = source;
  const at = source.now();
  tx.atEnd(() => writeEvent(tx, { business, actor, now: () => at }, event));
}

/** The same at once, for transactions that belong to no business's context. Sequence and hash are the database's work. */
export async function writeEvent(
  tx: Pick<ScopedTx, 'event'>,
  source: Source,
  event: NewEvent,
): Promise<void> {
  await tx.event.create({
    data: {
      businessId: source.business.id,
      kind: event.kind,
      actorKind: source.actor.kind,
      actorId: source.actor.id,
      actorName: source.actor.name,
      partyId: event.partyId ?? null,
      documentId: event.documentId ?? null,
      paymentId: event.paymentId ?? null,
      data: (event.data ?? {}) as object,
      at: source.now(),
    },
  });
}
