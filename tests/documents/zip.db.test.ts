import { beforeAll, describe, expect, it } from 'vitest';
import { zipResponse } from '@/lib/documents/zip';
import { storeFile } from '@/lib/files/store';
import { downloadableInvoices } from '@/lib/invoices/queries';
import { installJobs } from '@/lib/jobs/boss';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { testDatabase } from '../support/database';

beforeAll(async () => {
  await installJobs(testDatabase());
});

describe('A ZIP of invoices', () => {
  it('holds the stored PDFs of what is issued and ours, byte for byte, and ends properly', async () => {
    const { ctx } = await makeBusiness();
    const { id: partyId } = await makeClient(ctx);
    const invoices = [await makeInvoice(ctx, partyId), await makeInvoice(ctx, partyId)];
    const draft = await makeDraft(ctx, partyId);
    const { ctx: other } = await makeBusiness();
    const foreign = await makeInvoice(other, (await makeClient(other)).id);
    for (const { id, number } of invoices) {
      const pdfHash = await storeFile(
        ctx.business.id,
        Buffer.from(`%PDF of ${number}`),
        'application/pdf',
      );
      await ctx.db.document.update({ where: ctx.key(id), data: { pdfHash } });
    }
    const ids = [...invoices, draft, foreign].map(({ id }) => id);
    const documents = await downloadableInvoices(ctx, ids);
    expect(documents).toHaveLength(2);
    const response = zipResponse(ctx, documents, 'Invoices 2026');
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('latin1');
    for (const { number } of invoices) {
      expect(text).toContain(`${number} - Ashcombe Brewery Ltd.pdf`);
      expect(text).toContain(`%PDF of ${number}`);
    }
    expect(text).toContain('PK\x05\x06');
    expect(response.headers.get('content-disposition')).toContain('Invoices%202026.zip');
  });

  it('waits once for PDFs that nobody draws, and names each by a note', async () => {
    const { ctx } = await makeBusiness();
    const { id: partyId } = await makeClient(ctx);
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push((await makeInvoice(ctx, partyId)).id);
    const documents = await downloadableInvoices(ctx, ids);
    const begun = performance.now();
    const bytes = await zipResponse(ctx, documents, 'Invoices').arrayBuffer();
    expect(performance.now() - begun).toBeLessThan(25_000);
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/Ltd\.txt/g),
    ).toHaveLength(6);
  }, 60_000);

  it('is let go of when the reader leaves', async () => {
    const { ctx } = await makeBusiness();
    const { id: partyId } = await makeClient(ctx);
    const { id } = await makeInvoice(ctx, partyId);
    const pdfHash = await storeFile(ctx.business.id, Buffer.alloc(3_000_000, 7), 'application/pdf');
    await ctx.db.document.update({ where: ctx.key(id), data: { pdfHash } });
    const [document] = await downloadableInvoices(ctx, [id]);
    if (!document) throw new Error('no document');
    const many = Array.from({ length: 40 }, () => document);
    const response = zipResponse(ctx, many, 'Invoices');
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
  });
});
