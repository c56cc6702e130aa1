import type { Page } from '@playwright/test';
import { entrance } from './people';
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
  address?: (world: World) => string;
  /** Worth seeing in the dark too. */
  key?: true;
};

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

  { route: '/b/[business]/home', door: 'staff', key: true },
  { route: '/b/[business]/clients', door: 'staff', key: true },
  { route: '/b/[business]/clients/new', door: 'staff' },
  { route: '/b/[business]/clients/[client]', door: 'staff', key: true },
  { route: '/b/[business]/invoices', door: 'staff', key: true },
  { route: '/b/[business]/invoices/new', door: 'staff', key: true },
  { route: '/b/[business]/invoices/[invoice]', door: 'staff', key: true },
  { route: '/b/[business]/payments', door: 'staff' },
  { route: '/b/[business]/products', door: 'staff' },
  { route: '/b/[business]/mail', door: 'staff' },
  { route: '/b/[business]/settings', door: 'staff' },

  { route: '/portal/[business]', door: 'portal', key: true },
  { route: '/portal/[business]/invoices/[invoice]', door: 'portal', key: true },
  { route: '/portal/[business]/sign-in', door: 'public' },
];

/** Pages that cannot be opened like the others, each with the reason or the test that opens it. */
export const ELSEWHERE: Record<string, string> = {
  '/': 'only leads on to where the reader belongs',
  '/welcome': 'exists until the first business does: first-run.spec.ts',
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
  if (entry.address) return world.baseUrl + entry.address(world);
  const route = entry.route.replace('[business]', business);
  if (!route.includes('[')) return world.baseUrl + route;
  const parent = entry.listedOn ?? entry.route.slice(0, entry.route.lastIndexOf('/['));
  const list = PAGES.find((each) => each.route === parent) ?? portalHome(entry);
  await page.goto(await addressOf(list, world, business, page));
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const others = PAGES.map((each) => each.route.replace('[business]', business));
  const pattern = new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/]+')}$`);
  const found = links.find((path) => pattern.test(path) && !others.includes(path));
  if (!found) throw new Error(`No link on ${page.url()} leads to ${entry.route}.`);
  return world.baseUrl + found;
}

/** A client's records are listed on the home page of the portal. */
function portalHome(entry: ProductPage): ProductPage {
  const home = PAGES.find((each) => each.route === '/portal/[business]');
  if (entry.door !== 'portal' || !home) throw new Error(`Where is ${entry.route} listed?`);
  return home;
}
