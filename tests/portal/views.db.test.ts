import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { PortalContext } from '@/lib/auth/context';
import { storeFile } from '@/lib/files/store';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { downloadInvoices } from '@/lib/portal/download-invoices';
import { readInvoice } from '@/lib/portal/invoice';
import { recordDownloads, recordView } from '@/lib/portal/record-view';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';
import { makeDrafts } from '../support/many-drafts';
import { makeContact, makeWorld, signInClient } from './world';

function later(client: PortalContext, ms: number): PortalContext {
  const now = new Date(client.now().getTime() + ms);
  return { ...client, now: () => now };
}

describe('A look at an invoice', () => {
  it('is remembered once, though the page is loaded ten times in a minute', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { client } = await signInClient(ctx, { partyId: party.id });
    await Promise.all(Array.from({ length: 10 }, () => recordView(client, invoice.id, 'PAGE')));
    expect(await ctx.db.documentView.count()).toBe(1);
    expect(await ctx.db.event.count({ where: { kind: 'invoice.viewed' } })).toBe(1);
    const stored = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(invoice.id) });
    expect(stored.viewedAt).not.toBeNull();
  });

  it('an hour later is one more in the log, and no more news of the day', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const at = new Date('2026-03-18T09:00:00Z');
    const { client } = await signInClient(ctx, { partyId: party.id }, at);
    const morning = { ...client, now: () => at, today: () => '2026-03-18' };
    await recordView(morning, invoice.id, 'PAGE');
    await recordView(later(morning, 3_600_000), invoice.id, 'PAGE');
    expect(await ctx.db.documentView.count()).toBe(2);
    expect(await ctx.db.event.count({ where: { kind: 'invoice.viewed' } })).toBe(1);
    await recordView(
      { ...later(morning, 24 * 3_600_000), today: () => '2026-03-19' },
      invoice.id,
      'PAGE',
    );
    expect(await ctx.db.event.count({ where: { kind: 'invoice.viewed' } })).toBe(2);
    const stored = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(invoice.id) });
    expect(stored.viewedAt).toEqual(at);
  });

  it('shows in its history as opened by you, and to a colleague as opened', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { client } = await signInClient(ctx, { partyId: party.id });
    expect((await readInvoice(client, invoice.id)).history.map(({ kind }) => kind)).toEqual([
      'issued',
    ]);
    await recordView(client, invoice.id, 'PAGE');
    expect((await readInvoice(client, invoice.id)).history.map(({ kind }) => kind)).toEqual([
      'openedByYou',
      'issued',
    ]);
    const contact = await makeContact(ctx, party.id, 'hannah@ashcombebrewery.example');
    const colleague = await signInClient(ctx, { partyId: party.id, contactId: contact.id });
    expect(
      (await readInvoice(colleague.client, invoice.id)).history.map(({ kind }) => kind),
    ).toEqual(['opened', 'issued']);
  });
});

describe('A ZIP of many invoices', () => {
  it('holds each once under a tidy name of its own, void ones too, and keeps memory flat', async () => {
    const { ctx } = await makeBusiness();
    const party = await makeClient(ctx);
    // A PDF of a size that would be noticed if all of them were held at once.
    const hash = await storeFile(
      ctx.business.id,
      new Uint8Array(1_000_000).fill(37),
      'application/pdf',
    );
    const ids: string[] = [];
    for (const draft of await makeDrafts(ctx, party.id, 120)) {
      const { id } = await issueInvoice(ctx, draft);
      await ctx.db.document.update({ where: ctx.key(id), data: { pdfHash: hash } });
      ids.push(id);
    }
    await voidInvoice(ctx, { id: String(ids[5]), reason: 'Twice' });
    const { client } = await signInClient(ctx, { partyId: party.id });
    const response = await downloadInvoices(client, ids);
    expect(response.headers.get('content-disposition')).toContain('invoices.zip');

    const held = () => process.memoryUsage().arrayBuffers;
    const before = held();
    const reader = response.body?.getReader();
    const first = await reader?.read();
    // A reader who takes his time: what is not asked for is not read from disk.
    for (let looks = 0, last = -1; looks < 10; looks = held() === last ? looks + 1 : 0) {
      last = held();
      await pause(30);
    }
    expect(held() - before).toBeLessThan(30_000_000);
    let bytes = first?.value?.length ?? 0;
    let tail = Buffer.alloc(0);
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      bytes += part.value.length;
      tail = Buffer.concat([tail, part.value]).subarray(-64_000);
    }
    expect(bytes).toBeGreaterThan(120_000_000);
    // Each entry of the directory at a ZIP's end: 46 bytes, then its name.
    const names = tail
      .toString('latin1')
      .split('PK\u0001\u0002')
      .slice(1)
      .map((entry) => /^INV-[^/]+?\.pdf/.exec(entry.slice(42))?.[0]);
    expect(names).toHaveLength(120);
    expect(new Set(names).size).toBe(120);
    expect(await ctx.db.documentView.count()).toBe(120);
    expect(await ctx.db.event.count({ where: { kind: 'invoice.downloaded' } })).toBe(1);
  }, 180_000);

  it('that is asked for again and again in a minute is one row for each invoice, and one event', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const other = await makeInvoice(ctx, party.id);
    const { client } = await signInClient(ctx, { partyId: party.id });
    await Promise.all(Array.from({ length: 10 }, () => recordDownloads(client, [invoice.id])));
    await recordDownloads(client, [invoice.id, other.id]);
    expect(await ctx.db.documentView.count()).toBe(2);
    expect(await ctx.db.event.count({ where: { kind: 'invoice.downloaded' } })).toBe(2);
    await recordDownloads(later(client, 61_000), [invoice.id, other.id]);
    expect(await ctx.db.documentView.count()).toBe(4);
  });
});
