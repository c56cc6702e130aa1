import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { builtActions, type Caller } from '../../sweep/caller';
import { type Furnished, found, furnish, takeCards } from '../../sweep/cast';
import type { FaultWorld } from './fault-world';
import { mailsTo } from './mail';
import { addColleague, query, signInAs } from './people';

const CLIENT = 'longreach@example.com';

/** A business in a world of faults: its owner without a browser, one client, and one record of each kind. */
export type FaultBusiness = Furnished & { world: FaultWorld; owner: Caller };

export async function foundIn(world: FaultWorld): Promise<FaultBusiness> {
  const [slug, owner] = await found(world, 'Weatherside', 'the owner');
  await takeCards(world, owner, slug);
  return { ...(await furnish(world, owner, slug, 'Longreach', 'Plain')), world, owner };
}

/** The address of a page of the staff. */
export function staffAddress({ world, slug }: FaultBusiness, path: string): string {
  return `${world.baseUrl}/b/${slug}/${path}`;
}

/** What the owner does without a browser; returns the action's data. */
export async function act<Data>(
  { owner, slug }: FaultBusiness,
  file: string,
  deed: string,
  input: unknown,
): Promise<Data> {
  const action = builtActions().get(`app/b/[business]/${file} ${deed}`);
  return owner.must<Data>(action, [slug, input]);
}

/** A colleague who reads a language, signed in in this browser. */
export async function enter(
  { world, slug }: FaultBusiness,
  context: BrowserContext,
  locale: Locale,
): Promise<void> {
  await signInAs(world, context, await addColleague(world, slug, { locale }));
  await context.addCookies([{ name: 'portico-locale', value: locale, url: world.baseUrl }]);
}

/** The client, in the portal on the invoice they were sent. */
export async function enterAsClient(
  business: FaultBusiness,
  page: Page,
  locale: Locale,
): Promise<void> {
  await query(business.world, 'UPDATE "Party" SET locale = $1::"Locale" WHERE id = $2', [
    locale,
    business.ids.client,
  ]);
  const { url } = await act<{ url: string }>(business, 'invoices/actions.ts', 'copyInvoiceLink', {
    id: business.ids.invoice,
  });
  await page.goto(url);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/portal\//);
}

/** Issues and sends the draft; returns its message. */
export async function send(business: FaultBusiness): Promise<string> {
  const { messageId } = await act<{ messageId: string }>(
    business,
    'invoices/[id]/send/actions.ts',
    'sendOne',
    {
      formId: randomUUID(),
      id: business.ids.draft,
      version: (await stored(business, 'version')) as number,
      to: CLIENT,
      cc: [],
      subject: null,
      body: null,
      expectedNumber: '',
      attachPdf: false,
    },
  );
  return messageId;
}

/** What stands in a column of the draft, issued or not. */
export async function stored({ world, ids }: FaultBusiness, column: string): Promise<unknown> {
  const [row] = await query<Record<string, unknown>>(
    world,
    `SELECT "${column}" AS value FROM "Document" WHERE id = $1`,
    [ids.draft],
  );
  return row?.value;
}

/** What has arrived of a message, known by the Message-ID that all its attempts share. */
export async function arrived({ world }: FaultBusiness, message: string): Promise<unknown[]> {
  const [row] = await query<{ id: string }>(
    world,
    'SELECT "messageId" AS id FROM "Message" WHERE id = $1',
    [message],
  );
  return (await mailsTo(world, CLIENT)).filter(({ messageId }) => messageId === row?.id);
}

/** Rows of files whose bytes are not in the folder. */
export async function unkept({ world }: FaultBusiness): Promise<string[]> {
  const rows = await query<{ businessId: string; hash: string }>(
    world,
    'SELECT "businessId", hash FROM "StoredFile"',
  );
  return rows
    .map(({ businessId, hash }) => join(world.dataDir, 'files', businessId, hash.slice(0, 2), hash))
    .filter((path) => !existsSync(path));
}

/** What /api/ready says. */
export async function isReady({ world }: FaultBusiness): Promise<Record<string, string>> {
  return (await (await fetch(`${world.baseUrl}/api/ready`)).json()) as Record<string, string>;
}
