import type { Page } from '@playwright/test';
import { entrance, query } from './people';
import type { World } from './world';

/** Who opens a page: anybody, a signed-in person, or a client. */
export type Door = 'public' | 'staff' | 'portal';

/**
 * One page of the product, by its route as Next spells it. `[business]` is the sample business; the address of a
 * record's page is the first link to it on the page `listedOn` (its parent by default). `address` says it outright.
 */
export type ProductPage = {
  route: string;
  door: Door;
  listedOn?: string;
  address?: (world: World, business: string) => string | Promise<string>;
  /** Worth seeing in the dark too. */
  key?: true;
  /** What sets it apart where one route shows two pages. */
  view?: string;
};

/** How a page is called: its route, and which of its pages. */
export function nameOf({ route, view }: ProductPage): string {
  return view ? `${route} (${view})` : route;
}

const staff = (path: string, more: Partial<ProductPage> = {}): ProductPage => ({
  route: `/b/[business]/${path}`,
  door: 'staff',
  ...more,
});

const portal = (path: string, more: Partial<ProductPage> = {}): ProductPage => ({
  route: `/portal/[business]${path}`,
  door: 'portal',
  ...more,
});

/** Every page of the product. The gallery shows them, and the sweeps open them. */
export const PAGES: ProductPage[] = [
  { route: '/sign-in', door: 'public', key: true },
  { route: '/sign-up', door: 'public' },
  { route: '/forgotten-password', door: 'public' },
  {
    route: '/l/[token]',
    door: 'public',
    address: (world) => new URL(entrance(world).magicLink, world.baseUrl).pathname,
  },
  { route: '/i/[documentId]', door: 'public', address: anIssuedDocument },

  staff('home', { key: true }),
  staff('clients', { key: true }),
  staff('clients/new'),
  staff('clients/[id]', { key: true }),
  staff('clients/[id]/edit', { listedOn: '/b/[business]/clients/[id]' }),
  staff('invoices', { key: true }),
  staff('invoices/new', { key: true }),
  staff('invoices/[id]', { view: 'draft', key: true, address: staffInvoice('"issuedAt" IS NULL') }),
  staff('invoices/[id]', {
    view: 'issued',
    key: true,
    address: staffInvoice('"openAmount" > 0 AND "openAmount" < "totalAmount"'),
  }),
  staff('payments'),
  staff('payments/new'),
  staff('payments/[id]'),
  staff('products'),
  staff('products/new'),
  staff('products/[id]'),
  staff('mail'),
  staff('mail/[id]'),
  staff('settings'),
  staff('settings/branding'),
  staff('settings/bank'),
  staff('settings/team'),
  staff('settings/clients'),
  staff('settings/taxes'),
  staff('settings/numbering'),
  staff('settings/documents'),
  staff('settings/templates'),
  staff('settings/mail'),
  staff('settings/payments'),
  { route: '/profile', door: 'staff' },
  { route: '/businesses', door: 'staff' },
  { route: '/businesses/new', door: 'staff' },

  portal('', { key: true }),
  portal('/invoices'),
  portal('/invoices/[id]', { key: true, listedOn: '/portal/[business]' }),
  portal('/statement'),
  portal('/payments'),
  portal('/payments/[id]', { listedOn: '/portal/[business]/payments' }),
  portal('/pay', {
    address: (_world, business) => `/portal/${business}/pay?what=all&currency=GBP`,
  }),
  portal('/sign-ins'),
  portal('/sign-in', { door: 'public' }),
  portal('/sign-in/sent', { door: 'public' }),
];

/** Pages that cannot be opened like the others, each with the reason or the test that opens it. */
export const ELSEWHERE: Record<string, string> = {
  '/': 'only leads on to where the reader belongs',
  '/welcome': 'exists until the first business does: first-run.spec.ts',
  '/invitations/[token]': 'is led to by a mail: accounts.spec.ts',
  '/reset-password/[token]': 'is led to by a mail: accounts.spec.ts',
  '/sign-up/[token]': 'is led to by a mail: accounts.spec.ts',
  '/portal/[business]/pay/return': 'is led to by the payment page: story.spec.ts',
  '/_not-found': 'has no address of its own',
  '/_global-error': 'has no address of its own',
};

/**
 * The address of a page in this world, looked up by the given browser page, which is signed in where the page needs
 * it. Throws when no link leads there: a page that cannot be reached is a fault.
 */
export async function addressOf(
  entry: ProductPage,
  world: World,
  business: string,
  page: Page,
): Promise<string> {
  if (entry.address) return world.baseUrl + (await entry.address(world, business));
  const route = entry.route.replace('[business]', business);
  if (!route.includes('[')) return world.baseUrl + route;
  const parent = entry.listedOn ?? entry.route.slice(0, entry.route.lastIndexOf('/['));
  const list = PAGES.find((each) => each.route === parent) ?? portalHome(entry);
  await page.goto(await addressOf(list, world, business, page));
  const links = await page
    // A file is no page.
    .locator('a[href]:not([download])')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const others = PAGES.map((each) => each.route.replace('[business]', business));
  const pattern = new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/]+')}$`);
  const found = links.find((path) => pattern.test(path) && !others.includes(path));
  if (!found) throw new Error(`No link on ${page.url()} leads to ${entry.route}.`);
  return world.baseUrl + found;
}

async function anIssuedDocument(world: World): Promise<string> {
  return `/i/${await documentWhere(world, '"issuedAt" IS NOT NULL')}`;
}

function staffInvoice(condition: string) {
  return async (world: World, business: string) =>
    `/b/${business}/invoices/${await documentWhere(world, condition)}`;
}

async function documentWhere(world: World, condition: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    world,
    `SELECT id FROM "Document" WHERE ${condition} ORDER BY id LIMIT 1`,
  );
  if (!row) throw new Error(`The sample world has no document where ${condition}.`);
  return row.id;
}

/** A client's records are listed on the home page of the portal. */
function portalHome(entry: ProductPage): ProductPage {
  const home = PAGES.find((each) => each.route === '/portal/[business]');
  if (entry.door !== 'portal' || !home) throw new Error(`Where is ${entry.route} listed?`);
  return home;
}
