import type { Prisma } from '@/lib/db/generated/client';

/** What a timeline reads of an event. */
export const STORED_EVENT = {
  seq: true,
  kind: true,
  actorKind: true,
  actorName: true,
  partyId: true,
  documentId: true,
  paymentId: true,
  data: true,
  at: true,
  party: { select: { displayName: true } },
  document: { select: { number: true, kind: true } },
  payment: { select: { amount: true, currency: true, method: true } },
} as const satisfies Prisma.EventSelect;

export type StoredEvent = Prisma.EventGetPayload<{ select: typeof STORED_EVENT }>;
