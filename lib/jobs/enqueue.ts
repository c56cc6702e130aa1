import { fromPrisma } from 'pg-boss';
import { rawTx, type ScopedTx } from '@/lib/db/transact';
import { jobSender } from './boss';
import { JOBS, type JobName, type JobPayload } from './jobs';

type RawQuery = Parameters<typeof fromPrisma>[0];

/**
 * Puts a job into the queue as part of the transaction: it exists if, and only if, the transaction commits.
 * `startAfter` is the earliest instant it may run.
 */
export async function enqueue<N extends JobName>(
  tx: ScopedTx,
  name: N,
  payload: JobPayload<N>,
  options: { startAfter?: Date } = {},
): Promise<void> {
  await enqueueWith(rawTx(tx), name, payload, options);
}

/** The same for the platform's own transactions, which belong to no business (account mails). */
export async function enqueueWith<N extends JobName>(
  tx: RawQuery,
  name: N,
  payload: JobPayload<N>,
  options: { startAfter?: Date } = {},
): Promise<void> {
  const boss = await jobSender();
  const data = JOBS[name].payload.parse(payload);
  const sent = await boss.send(name, data, {
    db: fromPrisma(tx),
    ...(options.startAfter ? { startAfter: options.startAfter } : {}),
  });
  if (!sent) throw new Error(`the queue took no ${name}`);
}
