import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/db/new-id';
import { sendAgain } from '@/lib/messages/send-again';
import { sendMessage } from '@/lib/messages/send-message';
import { recordPayment } from '@/lib/payments/record-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { ctx, mailbox, mailed, partyId, pass, stateOf, system, withOutbox } from './outbox-world';

withOutbox();

describe('A mail sent again', () => {
  it('is one more mail, however often the button was pressed', async () => {
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    const order = { id: messageId, newId: newId() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendAgain(ctx, order)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await ctx.db.message.count()).toBe(2);
  });

  it('is refused while the first one has not left', async () => {
    const { messageId } = await mailed();
    await expect(sendAgain(ctx, { id: messageId, newId: newId() })).rejects.toMatchObject({
      key: 'mail.errors.stillWaiting',
    });
  });

  it('is refused when it was a receipt for a payment that has been undone', async () => {
    const { id } = await recordPayment(ctx, {
      id: newId(),
      partyId,
      currency: 'GBP',
      amount: 5_000n,
      method: 'CASH',
      receivedOn: ctx.today(),
      allocations: [],
      sendReceipt: true,
    });
    const receipt = await ctx.db.message.findFirstOrThrow({ where: { paymentId: id } });
    await sendMessage(system, receipt.id);
    expect(await stateOf(receipt.id)).toMatchObject({ state: 'SENT' });
    await reversePayment(ctx, { id, version: 1, reason: 'Typed twice' });
    await expect(sendAgain(ctx, { id: receipt.id, newId: newId() })).rejects.toMatchObject({
      key: 'mail.errors.reversed',
    });
    expect(await mailbox.messages()).toHaveLength(1);
  });
});
