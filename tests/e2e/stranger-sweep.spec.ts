import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ACTIONS } from '../sweep/action-table';
import { expectAlike } from '../sweep/alike';
import { builtActions, builtRoutes } from '../sweep/caller';
import { type Cast, gather, randomIds } from '../sweep/cast';
import { openHostile, sendHostile } from '../sweep/hostile';
import { addressOf, isForeign, type Meeting, meetings, placesOf } from '../sweep/meetings';
import { ROUTES, type RouteRow, type Sending } from '../sweep/route-table';
import { fingerprint, settled } from '../sweep/untouched';
import { expectGoodBooks } from './support/books';
import { words } from './support/words';
import { type StartedWorld, startEmptyWorld } from './support/world';

// A world of its own: what strangers leave unchanged can only be seen where nobody else is at work.
test.describe.configure({ mode: 'default' });

const NO_ADDRESS = ['/_not-found', '/_global-error'];
/** What an action says to whom its door turns away: it has read what they sent, and does not look for it. */
const TURNED_AWAY = { missing: words('en')('errors.missing'), signedOut: '"signedOut":true' };
const NOT_UNDERSTOOD = words('en')('errors.invalid');
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
        /(?:export (?:const|async function|function)|\bas) (GET|POST|PUT|PATCH|DELETE)\b/g,
      ),
    ].map(([, method]) => method);
    expect(methods, route).not.toEqual([]);
    expect(methodsOf(ROUTES[route]), route).toEqual(methods.sort());
  }
});

test('who is allowed to gets in, so that the answers below mean something', async () => {
  test.setTimeout(180_000);
  const { owner, victim } = cast;
  for (const [route, row] of Object.entries(ROUTES)) {
    if (row.door !== 'staff' && row.door !== 'portal') continue;
    const caller = row.door === 'staff' ? owner : victim.client;
    const told = (method: string, body: string) =>
      `${caller.name}, ${method} ${route}: ${body.slice(0, 200)}`;
    for (const place of row.noGet ? [] : placesOf(row, victim.ids)) {
      const { status, body } = await caller.get(addressOf(route, victim.slug, place));
      // A draft is nothing that a client may see or anybody could send by its link.
      if (place.params?.id === victim.ids.draft && row.door === 'portal') continue;
      expect.soft(status, told('GET', body)).toBeLessThan(400);
    }
    for (const [method, sending] of sendingsOf(row, victim.ids)) {
      const address = addressOf(route, victim.slug, sending);
      const { status, body } = await caller.send(method, address, sending.body, sending.form);
      // What is sent there is no picture.
      if (route.endsWith('/logo')) continue;
      expect.soft(status, told(method, body)).toBeLessThan(400);
      expect.soft(body, told(method, body)).not.toContain('"ok":false');
    }
  }
});

test('a page shows a stranger, a lower role, a client and nobody no more than it would without the record', async () => {
  test.setTimeout(300_000);
  const before = await settled(world, cast.victim.slug);
  for (const [route, row] of Object.entries(ROUTES)) {
    if (row.noGet || NO_ADDRESS.includes(route)) continue;
    for (const { caller, real, random } of pairs(route, row)) {
      for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
        const answers = [
          await caller.get(real, headers),
          await caller.get(random, headers),
        ] as const;
        const what = `${caller.name}, GET ${real} ${Object.keys(headers)}`;
        expectAlike(cast, what, answers, 'rsc' in headers);
      }
    }
  }
  await expectUntouched(before);
});

test('a form or script that names somebody else’s record is answered like one that names none', async () => {
  test.setTimeout(180_000);
  const before = await settled(world, cast.victim.slug);
  for (const [route, row] of Object.entries(ROUTES)) {
    const { door, may, maySend = may } = row;
    for (const meeting of meetings(cast, { door, ...(maySend ? { may: maySend } : {}) })) {
      const { caller, ids, none, slug, noSlug } = meeting;
      const others = sendingsOf(row, none);
      for (const [index, [method, sending]] of sendingsOf(row, ids).entries()) {
        const other = others[index]?.[1];
        if (!other || !isForeign(cast, meeting, sending)) continue;
        const answers = [
          await caller.send(method, addressOf(route, slug, sending), sending.body, sending.form),
          await caller.send(method, addressOf(route, noSlug, other), other.body, other.form),
        ] as const;
        expectAlike(cast, `${caller.name}, ${method} ${addressOf(route, slug, sending)}`, answers);
      }
    }
  }
  await expectUntouched(before);
});

test('no action does or tells a stranger, a lower role, another client or nobody anything', async () => {
  test.setTimeout(300_000);
  const before = await settled(world, cast.victim.slug);
  const actions = builtActions();
  for (const [file, rows] of Object.entries(ACTIONS)) {
    for (const [name, row] of Object.entries(rows)) {
      const { input, door } = row;
      const action = actions.get(`${file} ${name}`);
      if (!input || !action) continue;
      for (const meeting of meetings(cast, row)) {
        const { caller, ids, none, slug, noSlug } = meeting;
        if (!isForeign(cast, meeting, input(ids))) continue;
        const args = (business: string, payload: unknown) =>
          door === 'staff' || door === 'portal' ? [business, payload] : [payload];
        const answers = [
          await caller.act(action, args(slug, input(ids))),
          await caller.act(action, args(noSlug, input(none))),
        ] as const;
        const what = `${caller.name}, ${name} at ${slug}`;
        expectAlike(cast, what, answers);
        expectRead(what, meeting, answers[0].body);
      }
    }
  }
  await expectUntouched(before);
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
  expectAlike(cast, 'signing up', [
    await ask(signUp, { email: 'harbourside@example.com' }),
    await ask(signUp, { email: 'unknown@example.com' }),
  ]);
  const asked = (email: string, document: string) => ({ business: victim.slug, email, document });
  expectAlike(cast, 'a forgotten password', [
    await ask(reset, { email: 'harbourside@example.com' }),
    await ask(reset, { email: 'unknown@example.com' }),
  ]);
  expectAlike(cast, 'a portal link', [
    await ask(link, asked('saltmarsh@example.com', '')),
    await ask(link, asked('unknown@example.com', '')),
  ]);
  expectAlike(cast, 'a portal link to one invoice', [
    await ask(link, asked('neighbour@example.com', victim.ids.invoice)),
    await ask(link, asked('neighbour@example.com', randomIds().invoice)),
  ]);
  const { csrfToken } = JSON.parse((await nobody.get('/api/auth/csrf')).body);
  const signIn = (email: string) =>
    nobody.send('POST', '/api/auth/callback/credentials', {
      csrfToken,
      json: 'true',
      email,
      password: 'not their password',
    });
  const known = await signIn('harbourside@example.com');
  expect(known).toMatchObject({ status: 401, body: expect.stringContaining('CredentialsSignin') });
  expectAlike(cast, 'signing in', [known, await signIn('unknown@example.com')]);
});

test('whatever is sent into any field of any action is answered in words, beside a field of the form', async () => {
  test.setTimeout(180_000);
  const { victim, owner, nobody } = cast;
  const callers = { slug: victim.slug, staff: owner, client: victim.client, nobody };
  expect(await openHostile(callers)).toEqual([]);
  expect(await sendHostile(callers, victim.ids)).toEqual([]);
  await expectGoodBooks(world);
});

/** A payload that its action does not understand would be refused to everybody alike, and prove nothing. */
function expectRead(what: string, { turnedAway, slug }: Meeting, body: string): void {
  if (turnedAway) expect.soft(body, what).toContain(TURNED_AWAY[turnedAway]);
  // Whom no door turns away hears of the deed itself.
  else if (slug !== cast.elsewhere.slug) expect.soft(body, what).not.toContain(NOT_UNDERSTOOD);
}

async function expectUntouched(before: Record<string, string>): Promise<void> {
  expect(await fingerprint(world, cast.victim.slug), 'what is the victim’s').toEqual(before);
}

function pairs(route: string, row: RouteRow) {
  return meetings(cast, row).flatMap((meeting) => {
    const { caller, ids, none, slug, noSlug } = meeting;
    const instead = placesOf(row, none);
    return placesOf(row, ids).flatMap((place, index) =>
      isForeign(cast, meeting, place)
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

function sendingsOf(row: RouteRow, ids: Cast['victim']['ids']): ['POST' | 'PUT', Sending][] {
  return [
    ...(row.post?.(ids) ?? []).map((sending): ['POST', Sending] => ['POST', sending]),
    ...(row.put?.(ids) ?? []).map((sending): ['PUT', Sending] => ['PUT', sending]),
  ];
}

function methodsOf(row: RouteRow | undefined): string[] {
  if (!row) return [];
  return [
    ...(row.noGet ? [] : ['GET']),
    ...(row.post ? ['POST'] : []),
    ...(row.put ? ['PUT'] : []),
  ];
}
