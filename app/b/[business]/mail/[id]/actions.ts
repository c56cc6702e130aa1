'use server';

import { z } from 'zod';
import { staffAction } from '@/lib/actions/staff-action';
import { cancelMessage as cancelMessageDeed } from '@/lib/messages/cancel-message';
import { dismissMessage as dismissMessageDeed } from '@/lib/messages/dismiss-message';
import { sendAgain as sendAgainDeed } from '@/lib/messages/send-again';

export const cancelMessage = staffAction({
  may: 'messages.send',
  input: z.strictObject({ id: z.uuid() }),
  run: (ctx, { id }) => cancelMessageDeed(ctx, id),
});

export const dismissMessage = staffAction({
  may: 'messages.send',
  input: z.strictObject({ id: z.uuid() }),
  run: (ctx, { id }) => dismissMessageDeed(ctx, id),
});

export const sendAgain = staffAction({
  may: 'messages.send',
  input: z.strictObject({ id: z.uuid(), newId: z.uuid() }),
  run: async (ctx, input) => {
    const { id } = await sendAgainDeed(ctx, input);
    return { href: `/b/${ctx.business.slug}/mail/${id}` };
  },
});
