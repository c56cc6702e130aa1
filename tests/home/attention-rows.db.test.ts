import { expect, test } from 'vitest';
import { attentionRows } from '@/components/home/attention-rows';
import { colleague, contextOf, owner } from '../members/world';

const WAITING = {
  failedMessages: 1,
  undrawnInvoices: 0,
  waitingMessages: 0,
  stuckEvents: 2,
  lateCheckouts: 1,
  bouncedDebits: 0,
  disputes: 1,
  credits: 0,
};

test('What needs a hand leads nobody to a page that is not theirs', async () => {
  const ctx = await owner('Attention');
  const keys = async (role: 'MANAGER' | 'MEMBER') => {
    const { user } = await colleague(ctx, `Attention ${role}`, role);
    const theirs = await contextOf(user.email, ctx.business.slug);
    return attentionRows(theirs, WAITING).map(({ key }) => key);
  };
  expect(attentionRows(ctx, WAITING).map(({ key }) => key)).toEqual([
    'failedMessages',
    'disputes',
    'lateCheckouts',
    'stuckEvents',
  ]);
  expect(await keys('MANAGER')).toEqual(['failedMessages', 'disputes']);
  expect(await keys('MEMBER')).toEqual(['failedMessages', 'disputes']);
});
