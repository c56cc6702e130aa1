import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { storeDocumentPdf } from '@/lib/documents/pdf-file';
import { env } from '@/lib/env/env';
import { attention } from '@/lib/home/attention';
import { invoiceView } from '@/lib/invoices/invoice-view';
import { readInvoiceFilters } from '@/lib/invoices/list-filters';
import { invoiceListPage } from '@/lib/invoices/queries';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';

test('An invoice whose PDF could not be stored needs a hand until it is drawn; it and its number stay as issued', async () => {
  const { ctx } = await makeBusiness();
  const { ctx: other } = await makeBusiness();
  const { id, number } = await makeInvoice(ctx, (await makeClient(ctx)).id);
  const undrawn = async () => {
    const page = await invoiceListPage(ctx, readInvoiceFilters({ view: 'undrawn' }, 'GBP'));
    return page.rows.map((row) => row.id);
  };
  expect(await undrawn()).toEqual([]);

  // A file where the folder of the business belongs: a disk that takes nothing.
  const folder = join(env().filesDir, ctx.business.id);
  await mkdir(dirname(folder), { recursive: true });
  await writeFile(folder, '');
  await expect(storeDocumentPdf(ctx, id)).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect((await attention(ctx)).undrawnInvoices).toBe(1);
  expect((await attention(other)).undrawnInvoices).toBe(0);
  expect(await undrawn()).toEqual([id]);
  expect(await invoiceView(ctx, id)).toMatchObject({ number, isUndrawn: true });

  await rm(folder);
  await storeDocumentPdf(ctx, id);
  expect((await attention(ctx)).undrawnInvoices).toBe(0);
  expect(await undrawn()).toEqual([]);
  expect(await invoiceView(ctx, id)).toMatchObject({ number, isUndrawn: false });
});
