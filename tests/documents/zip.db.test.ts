import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { unscopedDb } from '@/lib/db/client';
import { zipResponse } from '@/lib/documents/zip';
import { storeFile } from '@/lib/files/store';
import { downloadableInvoices } from '@/lib/invoices/queries';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';

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
    const drawings = () =>
      unscopedDb().$queryRaw`SELECT FROM pgboss.job WHERE name = 'render-document-pdf'
        AND data->>'businessId' = ${ctx.business.id}`.then((rows) => (rows as unknown[]).length);
    const real = performance.now.bind(performance);
    let waited = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => real() + waited);
    try {
      const zip = zipResponse(ctx, documents, 'Invoices').arrayBuffer();
      await expect.poll(drawings, { timeout: 15_000 }).toBe(4);
      waited = 15_000;
      const notes = Buffer.from(await zip)
        .toString('latin1')
        .match(/Ltd\.txt/g);
      expect(notes).toHaveLength(6);
    } finally {
      clock.mockRestore();
    }
    expect(await drawings(), 'one of them was asked for again').toBe(4);
  });

  it('is let go of when the reader leaves', async () => {
    const { ctx } = await makeBusiness();
    const { id: partyId } = await makeClient(ctx);
    const { id } = await makeInvoice(ctx, partyId);
    const pdfHash = await storeFile(ctx.business.id, Buffer.alloc(3_000_000, 7), 'application/pdf');
    await ctx.db.document.update({ where: ctx.key(id), data: { pdfHash } });
    const [document] = await downloadableInvoices(ctx, [id]);
    if (!document) throw new Error('no document');
    let looked = 0;
    const many = Array.from({ length: 40 }, () => ({
      ...document,
      get pdfHash() {
        looked += 1;
        return pdfHash;
      },
    }));
    const reader = zipResponse(ctx, many, 'Invoices').body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const atLeaving = looked;
    await pause(300);
    expect(looked - atLeaving, 'read for nobody').toBeLessThan(5);
    expect(atLeaving).toBeLessThan(60);
  });
});
