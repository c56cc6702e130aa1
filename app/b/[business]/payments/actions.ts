'use server';
import { staffAction } from '@/lib/actions/staff-action';
import { applyTypedCredit } from '@/lib/payments/apply-credit';
import { recordManualPayment } from '@/lib/payments/record-manual-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { creditForm, paymentForm, undoForm } from '@/lib/payments/schema';

export const recordPayment = staffAction({
  may: 'payments.record',
  input: paymentForm,
  run: async (ctx, input) => {
    const { id } = await recordManualPayment(ctx, input);
    return { id, href: `/b/${ctx.business.slug}/payments/${id}` };
  },
});

export const undoPayment = staffAction({
  may: 'payments.undo',
  input: undoForm,
  run: async (ctx, { id, version, reason }) => {
    await reversePayment(ctx, { id, reason, version: Number(version) });
    return { id };
  },
});

export const applyCredit = staffAction({
  may: 'payments.record',
  input: creditForm,
  run: async (ctx, input) => {
    await applyTypedCredit(ctx, input);
    return { documentId: input.documentId };
  },
});
