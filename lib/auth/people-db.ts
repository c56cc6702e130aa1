import { setTimeout as pause } from 'node:timers/promises';
import { unscopedDb } from '@/lib/db/client';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { type NewEvent, writeEvent } from '@/lib/events/record-event';
import { enqueueWith } from '@/lib/jobs/enqueue';
import type { JobName, JobPayload } from '@/lib/jobs/jobs';

/** What belongs to people and to no single business: accounts, their sign-ins, and which business they belong to. */
export type PeopleDb = Pick<
  PrismaClient,
  | 'user'
  | 'staffSession'
  | 'passwordReset'
  | 'signUpRequest'
  | 'membership'
  | 'invitation'
  | 'business'
>;

export type PeopleTx = PeopleDb & {
  enqueue<N extends JobName>(name: N, payload: JobPayload<N>): Promise<void>;
  /** Writes into the books of the business that a person founds or joins, as that person. */
  recordEvent(who: EventSource, event: NewEvent): Promise<void>;
};

type EventSource = Parameters<typeof writeEvent>[1];

/** Prisma, narrowed to people. For lib/members and the founding of a business; everything else has a context. */
export function peopleDb(): PeopleDb {
  return unscopedDb();
}

const MOST_TRIES = 6;

/**
 * One transaction over people. `serializable` where a count decides (the first person of an instance). A conflict is
 * tried again, and so is a unique key somebody else has just taken: the second look finds it and says so properly.
 */
export async function peopleTransact<R>(
  work: (tx: PeopleTx) => Promise<R>,
  options: { serializable?: boolean } = {},
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await unscopedDb().$transaction(
        (tx) => {
          const {
            user,
            staffSession,
            passwordReset,
            signUpRequest,
            membership,
            invitation,
            business,
          } = tx;
          return work({
            user,
            staffSession,
            passwordReset,
            signUpRequest,
            membership,
            invitation,
            business,
            enqueue: (name, payload) => enqueueWith(tx, name, payload),
            recordEvent: (who, event) => writeEvent(tx as unknown as ScopedTx, who, event),
          });
        },
        options.serializable ? { isolationLevel: 'Serializable' } : {},
      );
    } catch (error) {
      if (attempt >= MOST_TRIES || !isWorthAnotherLook(error)) throw error;
      await pause(2 ** attempt * 5 * (0.5 + Math.random()));
    }
  }
}

function isWorthAnotherLook(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  if (code === 'P2034' || code === 'P2002') return true;
  return (
    error instanceof Error &&
    /TransactionWriteConflict|40001|40P01|could not serialize|deadlock detected/.test(error.message)
  );
}
