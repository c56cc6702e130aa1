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

/**
 * Writes one event in the deed's own transaction. Sequence and hash chain are the database's work
 * (trigger "Event_chain"), so it belongs near the end of the transaction: it locks the business's chain.
 */
export async function recordEvent(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business' | 'actor' | 'now'>,
  event: NewEvent,
): Promise<void> {
  await tx.event.create({
    data: {
      businessId: ctx.business.id,
      kind: event.kind,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      actorName: ctx.actor.name,
      partyId: event.partyId ?? null,
      documentId: event.documentId ?? null,
      paymentId: event.paymentId ?? null,
      data: (event.data ?? {}) as object,
      at: ctx.now(),
    },
  });
}
