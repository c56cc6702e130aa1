'use server';
import { z } from 'zod';
import { Missing, Refused } from '@/lib/actions/refused';
import { staffAction } from '@/lib/actions/staff-action';
import { deleteDraft } from '@/lib/documents/delete-draft';
import { paragraphs } from '@/lib/forms/fields';
import { chosenInvoices } from '@/lib/invoices/chosen-invoices';
import { copyLink } from '@/lib/invoices/copy-link';
import { duplicateInvoice } from '@/lib/invoices/duplicate-invoice';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { readInvoiceFilters } from '@/lib/invoices/list-filters';
import { markSent } from '@/lib/invoices/mark-sent';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { wholeList } from '@/lib/lists/whole-list';

const one = z.strictObject({ id: z.uuid() });
const many = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });

export const issueDraft = staffAction({
  may: 'invoices.issue',
  input: z.strictObject({ id: z.uuid(), version: z.int().min(1) }),
  run: (ctx, input) => issueInvoice(ctx, input),
});

export const removeDraft = staffAction({
  may: 'invoices.write',
  input: one,
  run: (ctx, { id }) => deleteDraft(ctx, id),
});

export const makeVoid = staffAction({
  may: 'invoices.void',
  input: z.strictObject({ id: z.uuid(), reason: paragraphs(500) }),
  run: (ctx, input) => voidInvoice(ctx, input),
});

export const duplicate = staffAction({
  may: 'invoices.write',
  input: z.strictObject({ id: z.uuid(), newId: z.uuid() }),
  run: async (ctx, input) => {
    const { id } = await duplicateInvoice(ctx, input);
    return { href: `/b/${ctx.business.slug}/invoices/${id}` };
  },
});

/** Every invoice of the list whose filters stand in `query`, beyond the page: their ids, and what of them is open, in words. */
export const chooseAllInvoices = staffAction({
  may: 'invoices.read',
  input: wholeList,
  run: async (ctx, { query }) => {
    const params = Object.fromEntries(new URLSearchParams(query));
    const filters = readInvoiceFilters(params, ctx.business.currency);
    const { ids, open } = await chosenInvoices(ctx, filters);
    const sums = open.map(({ currency, amount }) =>
      ctx.t('invoices.list.openSum', { amount: ctx.f.money(amount, currency) }),
    );
    return { ids, sums };
  },
});

/** Drafts and void invoices among them are left as they are; answers how many were marked. */
export const markManySent = staffAction({
  may: 'invoices.write',
  input: many,
  run: async (ctx, { ids }) => {
    let marked = 0;
    let last: Error | null = null;
    for (const id of new Set(ids)) {
      try {
        await markSent(ctx, id);
        marked += 1;
      } catch (error) {
        if (!(error instanceof Refused || error instanceof Missing)) throw error;
        last = error;
      }
    }
    if (marked === 0 && last) throw last;
    return { marked, text: ctx.t('invoices.list.marked', { count: marked }) };
  },
});

export const copyInvoiceLink = staffAction({
  may: 'links.manage',
  input: one,
  run: async (ctx, { id }) => ({ url: await copyLink(ctx, id) }),
});
