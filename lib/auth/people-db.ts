import { unscopedDb } from '@/lib/db/client';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { triedAgain } from '@/lib/db/tried-again';
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

/**
 * One transaction over people; run again when another one came in between (`triedAgain`). `serializable` where a count
 * decides (the first person of an instance).
 */
export async function peopleTransact<R>(
  work: (tx: PeopleTx) => Promise<R>,
  options: { serializable?: boolean } = {},
): Promise<R> {
  return triedAgain(() =>
    unscopedDb().$transaction(
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
    ),
  );
}
