import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { roleMay } from '@/lib/permissions/permissions';
import { ACTIONS } from '../sweep/action-table';
import { type Answer, builtActions, builtRoutes, type Caller } from '../sweep/caller';
import { type Cast, gather, randomIds, SECRETS } from '../sweep/cast';
import { type Ids, KINDS, type Kind } from '../sweep/ids';
import { type Place, ROUTES, type RouteRow, type Sending } from '../sweep/route-table';
import { query } from './support/people';
import { type StartedWorld, startEmptyWorld } from './support/world';

// A world of its own: what strangers leave unchanged can only be seen where nobody else is at work.
test.describe.configure({ mode: 'default' });

const NOWHERE = 'no-such-business';
const NO_ADDRESS = ['/_not-found', '/_global-error'];
let world: StartedWorld;
let cast: Cast;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  world = await startEmptyWorld();
  cast = await gather(world);
});
test.afterAll(async () => {
  await world?.stop();
});

test('every page, route handler and action of the build has a row in the tables, and no row is left over', () => {
  const { pages, handlers } = builtRoutes();
  expect(Object.keys(ROUTES).sort()).toEqual([...pages, ...handlers].sort());
  const rows = Object.entries(ACTIONS).flatMap(([file, all]) =>
    Object.keys(all).map((name) => `${file} ${name}`),
  );
  expect(rows.sort()).toEqual([...builtActions().keys()].sort());
});

test('every method of a route handler is swept', () => {
  for (const file of globSync('app/**/route.ts')) {
    const route = `/${file.replace(/^app\//, '').replace(/\/route\.ts$/, '')}`;
    const methods = [
      ...readFileSync(file, 'utf8').matchAll(
        /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g,
      ),
    ];
    const row = ROUTES[route];
    const swept = [!row?.noGet && 'GET', row?.post && 'POST', row?.put && 'PUT'].filter(Boolean);
    if (methods.length > 0)
      expect(swept.sort(), route).toEqual(methods.map(([, method]) => method).sort());
  }
});

test('who is allowed to gets in, so that the answers below mean something', async () => {
  test.setTimeout(180_000);
  const { owner, victim } = cast;
  for (const [route, row] of Object.entries(ROUTES)) {
    if (row.noGet || (row.door !== 'staff' && row.door !== 'portal')) continue;
    const caller = row.door === 'staff' ? owner : victim.client;
    for (const place of placesOf(row, victim.ids)) {
      const { status, body } = await caller.get(addressOf(route, victim.slug, place));
      // There is no logo, and a draft is nothing that a client may see or anybody could send by its link.
      const isDraft = place.params?.id === victim.ids.draft;
      if (route.endsWith('/logo') || (isDraft && row.door === 'portal')) continue;
      expect.soft(status, `${caller.name} at ${route}: ${body.slice(0, 200)}`).toBeLessThan(400);
    }
  }
});

test('a page shows a stranger, a lower role, a client and nobody no more than it would without the record', async () => {
  test.setTimeout(300_000);
  const before = await settled();
  for (const [route, row] of Object.entries(ROUTES)) {
    if (row.noGet || NO_ADDRESS.includes(route)) continue;
    for (const { caller, real, random } of pairs(route, row)) {
      for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
        const answers = [
          await caller.get(real, headers),
          await caller.get(random, headers),
        ] as const;
        expectAlike(
          `${caller.name}, GET ${real} ${Object.keys(headers)}`,
          answers,
          'rsc' in headers,
        );
      }
    }
  }
  expect(await fingerprint(), 'the books of the victim').toEqual(before);
});

test('a form or script that names somebody else’s record is answered like one that names none', async () => {
  test.setTimeout(180_000);
  const before = await settled();
  for (const [route, row] of Object.entries(ROUTES)) {
    for (const [method, sendings] of [
      ['POST', row.post],
      ['PUT', row.put],
    ] as const) {
      if (!sendings) continue;
      for (const meeting of meetings(row)) {
        const { caller, ids, none, slug, noSlug } = meeting;
        const others = sendings(none);
        for (const [index, sending] of sendings(ids).entries()) {
          const other = others[index] as Sending;
          if (!isForeign(meeting, sending)) continue;
          const answers = [
            await caller.send(method, addressOf(route, slug, sending), sending.body, sending.form),
            await caller.send(method, addressOf(route, noSlug, other), other.body, other.form),
          ] as const;
          expectAlike(`${caller.name}, ${method} ${addressOf(route, slug, sending)}`, answers);
        }
      }
    }
  }
  expect(await fingerprint(), 'the books of the victim').toEqual(before);
});

test('no action does or tells a stranger, a lower role, another client or nobody anything', async () => {
  test.setTimeout(300_000);
  const before = await settled();
  const actions = builtActions();
  for (const [file, rows] of Object.entries(ACTIONS)) {
    for (const [name, row] of Object.entries(rows)) {
      const { input, door } = row;
      const action = actions.get(`${file} ${name}`);
      if (!input || !action) continue;
      for (const meeting of meetings(row)) {
        const { caller, ids, none, slug, noSlug } = meeting;
        if (!isForeign(meeting, input(ids))) continue;
        const args = (business: string, payload: unknown) =>
          door === 'staff' || door === 'portal' ? [business, payload] : [payload];
        const answers = [
          await caller.act(action, args(slug, input(ids))),
          await caller.act(action, args(noSlug, input(none))),
        ] as const;
        expectAlike(`${caller.name}, ${name} at ${slug}`, answers);
        if (door === 'staff' && slug === cast.victim.slug) {
          expect.soft(answers[0].body, `${caller.name}, ${name}`).toContain('"ok":false');
        }
      }
    }
  }
  expect(await fingerprint(), 'the books of the victim').toEqual(before);
});

test('known and unknown addresses are answered alike', async () => {
  const actions = builtActions();
  const { nobody, victim } = cast;
  const ask = async (key: string, payload: unknown) => {
    const action = actions.get(key);
    if (!action) throw new Error(`The build has no ${key}.`);
    return nobody.act(action, [payload]);
  };
  const reset = 'app/(public)/actions.ts askForReset';
  const link = 'app/portal/[business]/sign-in/actions.ts askForLink';
  const signUp = 'app/(public)/actions.ts askToSignUp';
  expectAlike('signing up', [
    await ask(signUp, { email: 'harbourside@example.com' }),
    await ask(signUp, { email: 'unknown@example.com' }),
  ]);
  const asked = (email: string, document: string) => ({ business: victim.slug, email, document });
  expectAlike('a forgotten password', [
    await ask(reset, { email: 'harbourside@example.com' }),
    await ask(reset, { email: 'unknown@example.com' }),
  ]);
  expectAlike('a portal link', [
    await ask(link, asked('saltmarsh@example.com', '')),
    await ask(link, asked('unknown@example.com', '')),
  ]);
  expectAlike('a portal link to one invoice', [
    await ask(link, asked('neighbour@example.com', victim.ids.invoice)),
    await ask(link, asked('neighbour@example.com', randomIds().invoice)),
  ]);
});

type Meeting = {
  caller: Caller;
  ids: Ids;
  none: Ids;
  slug: string;
  noSlug: string;
  /** The one kind of foreign id among ids of the caller's own. */
  foreign?: Kind;
};

/** Who asks for what, and for what instead of it: the real ids at their own business, and ids of nothing. */
function meetings({ door, may }: Pick<RouteRow, 'door' | 'may'>): Meeting[] {
  const { victim, neighbour, elsewhere, stranger, accountant, nobody } = cast;
  const none = randomIds();
  const at = (caller: Caller, slug: string, noSlug: string, ids = victim.ids, instead = none) => ({
    caller,
    ids,
    none: instead,
    slug,
    noSlug,
  });
  switch (door) {
    case 'staff':
      return [
        at(nobody, victim.slug, victim.slug),
        at(victim.client, victim.slug, victim.slug),
        at(stranger, victim.slug, NOWHERE),
        at(stranger, victim.slug, victim.slug),
        at(stranger, elsewhere.slug, elsewhere.slug),
        ...KINDS.map((foreign) => ({
          caller: stranger,
          slug: elsewhere.slug,
          noSlug: elsewhere.slug,
          ids: { ...elsewhere.ids, [foreign]: victim.ids[foreign] },
          none: { ...elsewhere.ids, [foreign]: none[foreign] },
          foreign,
        })),
        ...(may && roleMay('ACCOUNTANT', may)
          ? []
          : [at(accountant, victim.slug, NOWHERE), at(accountant, victim.slug, victim.slug)]),
      ];
    case 'portal':
      return [
        at(nobody, victim.slug, victim.slug),
        at(stranger, victim.slug, victim.slug),
        at(neighbour.client, victim.slug, victim.slug),
        at(elsewhere.client, victim.slug, victim.slug),
        at(elsewhere.client, elsewhere.slug, elsewhere.slug),
      ];
    case 'account':
      return [at(nobody, '', ''), at(stranger, '', '')];
    case 'public':
      return [at(nobody, victim.slug, victim.slug)];
  }
}

/**
 * Whether a request is worth sending: at the caller's own business it must name a record of the victim's, and where
 * others of the caller's own stand beside it, one of those too.
 */
function isForeign({ foreign, slug }: Meeting, request: unknown): boolean {
  const { victim, elsewhere } = cast;
  if (slug !== elsewhere.slug) return true;
  const names = (ids: Ids) => KINDS.some((kind) => JSON.stringify(request).includes(ids[kind]));
  return names(victim.ids) && (foreign === undefined || names(elsewhere.ids));
}

function pairs(route: string, row: RouteRow) {
  return meetings(row).flatMap((meeting) => {
    const { caller, ids, none, slug, noSlug } = meeting;
    const instead = placesOf(row, none);
    return placesOf(row, ids).flatMap((place, index) =>
      isForeign(meeting, place)
        ? [
            {
              caller,
              real: addressOf(route, slug, place),
              random: addressOf(route, noSlug, instead[index] ?? {}),
            },
          ]
        : [],
    );
  });
}

function placesOf(row: RouteRow, ids: Ids): Place[] {
  return row.places?.(ids) ?? [{}];
}

function addressOf(route: string, slug: string, { params, query }: Place): string {
  const path = route
    .replace('[business]', slug)
    .replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => params?.[name] ?? 'nothing');
  return query ? `${path}?${new URLSearchParams(query)}` : path;
}

function expectAlike(what: string, [real, random]: readonly [Answer, Answer], isFlight = false) {
  const [one, other] = [reduced(real, isFlight), reduced(random, isFlight)];
  expect.soft(one, what).toEqual(other);
  expect.soft(real.status, what).toBeLessThan(500);
  for (const secret of SECRETS) expect.soft(real.raw, `${what} tells`).not.toContain(secret);
}

/**
 * What two answers are compared by: without the ids and slugs that were asked with and without what is new with every
 * answer, as an unordered set of tags and texts, because a page streams in pieces, sometimes with a stand-in for one that
 * is not ready. Scripts carry the page once more, and a redirect carries the page that it leads to: those are searched
 * for secrets only.
 */
function reduced({ status, location, body }: Answer, isFlight: boolean) {
  const plain = (text: string) =>
    text
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
      .replace(/[\w-]{64}/g, 'TOKEN')
      .replaceAll(cast.victim.slug, 'SLUG')
      .replaceAll(cast.elsewhere.slug, 'SLUG')
      .replaceAll(NOWHERE, 'SLUG');
  if (isFlight || (status >= 300 && status < 400)) return { status, location: plain(location) };
  const markup = body
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<!--.*?-->|<template\b[^>]*><\/template>|<div hidden[^>]*><\/div>/g, '')
    .replace(/<div hidden[^>]*>|<\/div>/g, '')
    .replace(/ nonce="[^"]*"/g, '')
    // Names the form by its place on the page, of which the id that was asked with may be a part.
    .replace(/(name="\$ACTION_KEY" value=)"\w+"/g, '$1""');
  const pieces = new Set(plain(markup).match(/<[^>]+>|[^<]+/g));
  return { status, location: plain(location), body: [...pieces].sort() };
}

/** The victim's rows in every table, each table as one hash. When somebody was last seen is no secret. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    world,
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'businessId' ORDER BY 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await query<{ hash: string }>(
      world,
      `SELECT md5(string_agg(line, '' ORDER BY line)) AS hash FROM (
         SELECT (to_jsonb(t) - 'lastSeenAt')::text AS line FROM "${name}" t
         WHERE "businessId" = (SELECT id FROM "Business" WHERE slug = $1)) lines`,
      [cast.victim.slug],
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}

/** The fingerprint once mails have left and PDFs are drawn: nothing moves any more. */
async function settled(): Promise<Record<string, string>> {
  let last = await fingerprint();
  await expect
    .poll(
      async () => {
        const [waiting] = await query<{ count: string }>(
          world,
          `SELECT (SELECT count(*) FROM "Message" WHERE state IN ('WAITING', 'SENDING'))
                + (SELECT count(*) FROM "Document" WHERE "issuedAt" IS NOT NULL AND "pdfHash" IS NULL) AS count`,
        );
        const now = await fingerprint();
        const isStill = waiting?.count === '0' && JSON.stringify(now) === JSON.stringify(last);
        last = now;
        return isStill;
      },
      { message: 'the work of the background', timeout: 90_000, intervals: [1_000] },
    )
    .toBe(true);
  return last;
}
