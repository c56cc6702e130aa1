'use server';

import { z } from 'zod';
import { staffAction } from '@/lib/actions/staff-action';
import type { MessageKey } from '@/lib/i18n/translate';
import { sendInvoice } from '@/lib/invoices/send-invoice';
import { sendInvoices } from '@/lib/invoices/send-invoices';
import { sendInput, sendManyInput } from '@/lib/invoices/send-schema';
import { cancelMessage } from '@/lib/messages/cancel-message';
import { cancelRound } from '@/lib/messages/cancel-round';

/** Issues if need be, and puts the mail into the outbox. Answers what the toast says and which message to take back. */
export const sendOne = staffAction({
  may: 'messages.send',
  input: sendInput,
  run: async (ctx, { subject, body, expectedNumber, ...order }) => {
    const sent = await sendInvoice(ctx, {
      ...order,
      expectedNumber,
      ...(subject === null ? {} : { subject }),
      ...(body === null ? {} : { body }),
    });
    return {
      messageId: sent.messageId,
      text: ctx.t('mail.send.sent', { number: sent.number, email: sent.to }),
    };
  },
});

/** Sends the ticked invoices to their clients' main addresses; each row says what became of it. */
export const sendMany = staffAction({
  may: 'messages.send',
  input: sendManyInput,
  run: async (ctx, input) => {
    const rows = await sendInvoices(ctx, input);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      client: row.client,
      ok: row.ok,
      text: row.ok ? row.to : ctx.t(row.reason as MessageKey, row.values),
    }));
  },
});

/** Undo: takes back what has not left yet. */
export const takeBack = staffAction({
  may: 'messages.send',
  input: z.strictObject({ id: z.uuid() }),
  run: (ctx, { id }) => cancelMessage(ctx, id),
});

/** The same for a whole round of `sendMany`; answers how many mails were taken back. */
export const takeBackRound = staffAction({
  may: 'messages.send',
  input: z.strictObject({ formId: z.uuid() }),
  run: (ctx, { formId }) => cancelRound(ctx, formId),
});
