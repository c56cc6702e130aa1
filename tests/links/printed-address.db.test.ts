import { expect, it } from 'vitest';
import { newId } from '@/lib/db/new-id';
import { findIssuer } from '@/lib/links/find-business';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';

it('The address printed on an invoice leads to who issued it, and that of a draft nowhere', async () => {
  const { ctx } = await makeBusiness();
  const party = await makeClient(ctx);
  const draft = await makeDraft(ctx, party.id);
  const invoice = await makeInvoice(ctx, party.id);
  expect((await findIssuer(invoice.id))?.id).toBe(ctx.business.id);
  expect(await findIssuer(draft.id)).toBeNull();
  expect(await findIssuer(newId())).toBeNull();
});

it('Nobody draws the readers of a printed invoice away by writing one of their own under its id', async () => {
  // Businesses made before and after, because the order of tables must not decide.
  const before = (await makeBusiness()).ctx;
  const { ctx } = await makeBusiness();
  const after = (await makeBusiness()).ctx;
  const invoice = await makeInvoice(ctx, (await makeClient(ctx)).id);
  for (const stranger of [before, after]) {
    const copy = await makeInvoice(stranger, (await makeClient(stranger)).id, { id: invoice.id });
    expect(copy.id).toBe(invoice.id);
    expect((await findIssuer(invoice.id))?.slug).toBe(ctx.business.slug);
  }
});
