import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import type { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { OutOfScope, scopeArgs, scopedDb } from '@/lib/db/scoped';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';

let ours: StaffContext;
let theirs: StaffContext;
let theirClient: { id: string };
let theirInvoice: { id: string };

beforeAll(async () => {
  ours = (await makeBusiness()).ctx;
  theirs = (await makeBusiness()).ctx;
  await makeClient(ours);
  theirClient = await makeClient(theirs, { displayName: 'Somebody else’s client' });
  theirInvoice = await makeInvoice(theirs, theirClient.id);
});

describe('A business’s own database client', () => {
  it('lists, counts and sums nothing of another business', async () => {
    expect(await ours.db.party.findMany({ where: { id: theirClient.id } })).toEqual([]);
    expect(
      await ours.db.party.count({ where: { OR: [{ id: theirClient.id }, { id: newId() }] } }),
    ).toBe(0);
    const { _sum } = await ours.db.document.aggregate({
      where: { id: theirInvoice.id },
      _sum: { totalAmount: true },
    });
    expect(_sum.totalAmount).toBeNull();
    expect(await ours.db.document.groupBy({ by: ['currency'], _count: true })).toEqual([]);
  });

  it('finds the other business’s record as little as one that does not exist', async () => {
    expect(await ours.db.party.findUnique({ where: ours.key(theirClient.id) })).toBeNull();
    expect(await ours.db.party.findUnique({ where: ours.key(newId()) })).toBeNull();
  });

  it('refuses the other business’s key outright', async () => {
    await expect(ours.db.party.findUnique({ where: theirs.key(theirClient.id) })).rejects.toThrow(
      OutOfScope,
    );
    await expect(
      ours.db.party.update({ where: theirs.key(theirClient.id), data: { city: 'x' } }),
    ).rejects.toThrow(OutOfScope);
    await expect(ours.db.party.delete({ where: theirs.key(theirClient.id) })).rejects.toThrow(
      OutOfScope,
    );
  });

  it('changes and deletes nothing of another business', async () => {
    const changed = await ours.db.party.updateMany({
      where: { id: theirClient.id },
      data: { city: 'x' },
    });
    const deleted = await ours.db.note.deleteMany({ where: { partyId: theirClient.id } });
    expect([changed.count, deleted.count]).toEqual([0, 0]);
  });

  it('cannot write a row into another business, nor move one there', async () => {
    const id = newId();
    await expect(
      ours.db.note.create({
        data: {
          businessId: theirs.business.id,
          id,
          partyId: theirClient.id,
          authorId: id,
          authorName: '',
          body: '',
          createdAt: new Date(),
        },
      }),
    ).rejects.toThrow(OutOfScope);
    await expect(
      ours.db.party.updateMany({ data: { businessId: theirs.business.id } as object }),
    ).rejects.toThrow(OutOfScope);
  });

  it('is stopped by the database itself when a row of ours would point at a row of theirs', async () => {
    const { ctx } = await makeBusiness();
    await expect(
      ctx.db.note.create({
        data: {
          businessId: ctx.business.id,
          id: newId(),
          partyId: theirClient.id,
          authorId: ctx.user.id,
          authorName: 'Nora',
          body: 'x',
          createdAt: new Date(),
        },
      }),
    ).rejects.toMatchObject({ code: 'P2003' });
  });

  it('keeps to the business inside a transaction as well', async () => {
    await ours.transact(async (tx) => {
      expect(await tx.party.count({ where: { id: theirClient.id } })).toBe(0);
      expect(await tx.lock('Party', theirClient.id)).toBe(false);
      expect(await tx.lock('Business', theirs.business.id)).toBe(false);
      await expect(tx.party.findUnique({ where: theirs.key(theirClient.id) })).rejects.toThrow(
        OutOfScope,
      );
    });
  });

  it('does not reach the accounts of people at all', async () => {
    const db = scopedDb(ours.business.id) as unknown as ReturnType<typeof unscopedDb>;
    await expect(db.user.findMany()).rejects.toThrow(OutOfScope);
    await expect(db.staffSession.findMany()).rejects.toThrow(OutOfScope);
  });

  it('sees only its own line of the list of businesses', async () => {
    const rows = await ours.db.business.findMany({ select: { id: true } });
    expect(rows).toEqual([{ id: ours.business.id }]);
  });

  it('refuses a kind of query that nobody has thought about', () => {
    expect(() => scopeArgs(ours.business.id, 'Party', 'findRaw', {})).toThrow(OutOfScope);
  });
});

describe('A transaction', () => {
  it('is tried again when two of them wait for each other', async () => {
    const first = await makeClient(ours);
    const second = await makeClient(ours);
    let runs = 0;
    let holding = 0;
    const both = (order: string[]) =>
      ours.transact(async (tx) => {
        runs += 1;
        await tx.lock('Party', order[0] ?? '');
        holding += 1;
        // Neither reaches for the second before both hold their first.
        while (holding < 2) await new Promise((done) => setTimeout(done, 5));
        await tx.lock('Party', order[1] ?? '');
      });
    await Promise.all([both([first.id, second.id]), both([second.id, first.id])]);
    expect(runs).toBeGreaterThan(2);
  });

  it('leaves nothing behind when it fails', async () => {
    const before = await ours.db.event.count();
    await expect(
      ours.transact(async (tx) => {
        await tx.party.updateMany({ data: { city: 'Atlantis' } });
        throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    expect(await ours.db.party.count({ where: { city: 'Atlantis' } })).toBe(0);
    expect(await ours.db.event.count()).toBe(before);
  });
});
