import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';
import { makeBusiness } from '@/prisma/seed/builders';

let ctx: StaffContext;
beforeAll(async () => {
  ({ ctx } = await makeBusiness());
});

/** A deed that records its event early and goes on working until told to stop. */
function slowDeed(name: string, until: () => Promise<void>) {
  return ctx.transact(async (tx) => {
    recordEvent(tx, ctx, { kind: 'business.updated', data: { name } });
    await until();
  });
}

async function names(): Promise<unknown[]> {
  const events = await ctx.db.event.findMany({
    where: { kind: 'business.updated' },
    orderBy: { seq: 'asc' },
  });
  return events.map(({ data }) => (data as { name: string }).name);
}

describe('The chain of events', () => {
  it('keeps nobody waiting for a deed that is still at work', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = slowDeed('slow', () => promise);
    await slowDeed('quick', async () => {});
    expect(await names()).toEqual(['quick']);
    resolve();
    await slow;
    expect(await names()).toEqual(['quick', 'slow']);
  });

  it('knows nothing of a deed that failed after it had recorded its event', async () => {
    const before = await names();
    const failing = async () => {
      throw new Error('no');
    };
    await expect(slowDeed('failed', failing)).rejects.toThrow('no');
    expect(await names()).toEqual(before);
  });

  it('keeps the order in which one deed recorded its events', async () => {
    await ctx.transact(async (tx) => {
      for (const name of ['first', 'second', 'third']) {
        recordEvent(tx, ctx, { kind: 'business.updated', data: { name } });
      }
    });
    expect((await names()).slice(-3)).toEqual(['first', 'second', 'third']);
  });
});
