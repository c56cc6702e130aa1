import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/db/new-id';
import { linkUrl } from '@/lib/links/link-url';
import { releaseWaiting } from '@/lib/messages/release-waiting';
import { sendAgain } from '@/lib/messages/send-again';
import { sendMessage } from '@/lib/messages/send-message';
import {
  ctx,
  mailbox,
  mailed,
  now,
  pass,
  stateOf,
  system,
  useServer,
  withOutbox,
} from './outbox-world';

withOutbox();

describe('When the mail server is in trouble', () => {
  it('waits without one, says so, and goes by itself once there is one', async () => {
    useServer(false);
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'WAITING',
      errorKind: 'noServer',
      attempts: 0,
    });
    useServer(true);
    expect(await ctx.transact((tx) => releaseWaiting(tx, ctx))).toBe(1);
    await sendMessage(system, messageId);
    expect(await mailbox.messages()).toHaveLength(1);
    expect(await stateOf(messageId)).toMatchObject({ state: 'SENT', errorKind: '' });
  });

  it('tries again after growing pauses while it is down, and completes when it is back', async () => {
    await mailbox.fail('refuse');
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    const first = await stateOf(messageId);
    expect(first).toMatchObject({ state: 'WAITING', errorKind: 'unreachable', attempts: 1 });
    expect(first.nextAttemptAt).toEqual(new Date(now.getTime() + 60_000));
    await sendMessage(system, messageId);
    expect((await stateOf(messageId)).attempts).toBe(1);
    pass(60_000);
    await sendMessage(system, messageId);
    expect((await stateOf(messageId)).nextAttemptAt).toEqual(new Date(now.getTime() + 300_000));
    await mailbox.fail('none');
    pass(300_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({ state: 'SENT', attempts: 3 });
    expect(await mailbox.messages()).toHaveLength(1);
    const told = await ctx.db.event.findMany({
      where: { kind: { in: ['message.delayed', 'message.sent'] }, documentId: first.documentId },
      orderBy: { seq: 'asc' },
    });
    expect(told.map(({ kind }) => kind)).toEqual(['message.delayed', 'message.sent']);
    expect(told[0]?.data).toMatchObject({ messageId, trouble: 'unreachable' });
  });

  it('keeps asking after a temporary refusal and says the code', async () => {
    await mailbox.fail('temporary');
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'WAITING',
      errorKind: 'temporary',
      errorCode: 451,
    });
  });

  it('gives up at once after a refusal for good, and the owner sees it', async () => {
    await mailbox.fail('permanent');
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'FAILED',
      errorKind: 'refused',
      errorCode: 550,
    });
    expect(await ctx.db.event.count({ where: { kind: 'message.failed' } })).toBe(1);
    const { id } = await sendAgain(ctx, { id: messageId, newId: newId() });
    await mailbox.fail('none');
    await sendMessage(system, id);
    const [mail] = await mailbox.messages();
    expect(mail?.messageId).toBe(`<${id}@portico.test>`);
    expect((await stateOf(messageId)).settledAt).not.toBeNull();
  });

  it('sent again keeps the words that were written for it, and fills in a link of its own', async () => {
    const { messageId } = await mailed({
      subject: 'Your sign is ready',
      body: 'Dear Ellie,\n\nas promised on the telephone. It comes to {{invoice.total}}.',
    });
    const plain = await mailed();
    pass(10_000);
    for (const id of [messageId, plain.messageId]) await sendMessage(system, id);
    await mailbox.clear();
    const { id } = await sendAgain(ctx, { id: messageId, newId: newId() });
    await sendMessage(system, id);
    const [mail] = await mailbox.messages();
    expect(mail?.subject).toBe('Your sign is ready');
    expect(mail?.text).toContain('as promised on the telephone. It comes to £');
    const { linkId } = await stateOf(id);
    expect(mail?.links).toEqual([linkUrl(String(linkId))]);
    expect(linkId).not.toBe((await stateOf(messageId)).linkId);

    const third = await sendAgain(ctx, { id, newId: newId() });
    expect(await stateOf(third.id)).toMatchObject({ subject: 'Your sign is ready' });
    const other = await sendAgain(ctx, { id: plain.messageId, newId: newId() });
    expect(await stateOf(other.id)).toMatchObject({ typedSubject: null, typedBody: null });
  });

  it('gives up after four days', async () => {
    await mailbox.fail('refuse');
    const { messageId } = await mailed();
    pass(10_000);
    const begin = now.getTime();
    for (let attempt = 0; attempt < 30; attempt++) {
      await sendMessage(system, messageId);
      const { state, nextAttemptAt } = await stateOf(messageId);
      if (state === 'FAILED') break;
      if (nextAttemptAt) pass(nextAttemptAt.getTime() - now.getTime());
    }
    expect(await stateOf(messageId)).toMatchObject({ state: 'FAILED', errorKind: 'unreachable' });
    const days = (now.getTime() - begin) / 86_400_000;
    expect(days).toBeGreaterThan(3.5);
    expect(days).toBeLessThanOrEqual(4);
  });

  it('shows a mail whose sending was cut off as uncertain and never sends it by itself again', async () => {
    const { messageId } = await mailed();
    pass(10_000);
    // What a worker leaves that dies between the server's yes and the mark.
    await ctx.db.message.update({
      where: ctx.key(messageId),
      data: { state: 'SENDING', attempts: 1, nextAttemptAt: new Date(now.getTime() + 180_000) },
    });
    await sendMessage(system, messageId);
    expect((await stateOf(messageId)).state).toBe('SENDING');
    pass(180_001);
    await sendMessage(system, messageId);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'UNCERTAIN',
      errorKind: 'interrupted',
    });
    expect(await mailbox.messages()).toEqual([]);
  });
});
