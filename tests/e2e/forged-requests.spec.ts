import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { builtActions, Caller } from '../sweep/caller';
import { linkFromMail, mailsTo } from './support/mail';
import { addColleague, entrance, query, sampleBusiness, startStaffSession } from './support/people';
import { type Forged, send } from './support/raw-request';
import { world } from './support/world';

let slug: string;
let email: string;
let cookie: string;

test.beforeAll(async () => {
  slug = await sampleBusiness(world());
  email = await addColleague(world(), slug, { locale: 'en' });
  const { token } = await startStaffSession(world(), email);
  cookie = `portico-staff=${token}`;
});

function actionOf(key: string): string {
  const action = builtActions().get(key);
  if (!action) throw new Error(`The build has no ${key}.`);
  return action.id;
}

const asAction = (key: string, input: unknown, headers: Record<string, string>): Forged => ({
  method: 'POST',
  path: '/profile',
  headers: {
    accept: 'text/x-component',
    'content-type': 'text/plain;charset=UTF-8',
    'next-action': actionOf(key),
    ...headers,
  },
  body: JSON.stringify([input]),
});

test('nothing is changed from anywhere but a page of this site', async () => {
  const language = 'app/profile/actions.ts chooseLanguage';
  const { origin } = new URL(world().baseUrl);
  const chosen = async () => {
    const [row] = await query<{ locale: string }>(
      world(),
      'SELECT locale FROM "User" WHERE email = $1',
      [email],
    );
    return row?.locale;
  };
  const forged: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: '' },
    { origin: 'garbage' },
    { origin: 'http://' },
    { origin: 'https://evil.example' },
    { origin: `${origin}.evil.example` },
    { origin: `${origin}, https://evil.example` },
    { origin: origin.replace('http:', 'https:') },
    { origin: 'https://evil.example', host: 'evil.example' },
    { origin: 'http://evil.example', host: 'evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'https://evil.example', forwarded: 'host=evil.example;proto=https' },
  ];
  for (const headers of forged) {
    const said = JSON.stringify(headers);
    const act = await send(asAction(language, { locale: 'zh' }, { ...headers, cookie }));
    expect(act.status, `an action with ${said}`).toBe(403);
    for (const route of ['clients/export', 'invoices/zip', 'settings/logo', 'clients/check']) {
      const path = `/b/${slug}/${route}`;
      const { status } = await send({ method: 'POST', path, headers: { ...headers, cookie } });
      expect(status, `${route} with ${said}`).toBe(403);
    }
  }
  expect(await chosen()).toBe('en');
  expect((await send(asAction(language, { locale: 'zh' }, { origin, cookie }))).status).toBe(200);
  expect(await chosen()).toBe('zh');
});

test('no body of any kind is a fault of ours', async () => {
  const { origin } = new URL(world().baseUrl);
  const part = (name: string, value: string, end = '--a--') =>
    `--a\r\nContent-Disposition: form-data; ${name}\r\n\r\n${value}\r\n${end}\r\n`;
  const form = 'multipart/form-data; boundary=a';
  const bodies: [type: string, body: string][] = [
    ['', ''],
    ['text/plain', 'x'],
    ['application/json', '{"a":'],
    ['application/json', 'null'],
    ['application/json', '[]'],
    ['application/json', '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}'],
    [
      'application/json',
      '{"name":"\\u0000\\ud800","to":"\\u0000","subject":"\\ud800","body":"\\u0000"}',
    ],
    ['application/json', '['.repeat(20_000)],
    ['application/x-www-form-urlencoded', 'ids[]=%00&d=%00&ids[]=%FF'],
    ['application/x-www-form-urlencoded', '%%%'],
    ['multipart/form-data', 'x'],
    [form, 'x'],
    [form, part('name="ids[]"', 'x', '')],
    [form, part('name="ids[]"', '\0')],
    [form, part('name="logo"; filename="../../a.png"', '\x89PNG\r\n\x1a\n\0')],
    ['application/octet-stream', '\xff\xfe'],
    ['x/y; boundary="', 'x'],
  ];
  const routes = globSync('app/**/route.ts').flatMap((file) => {
    const path = `/${file.replace(/^app\//, '').replace(/\/route\.ts$/, '')}`
      .replace('[business]', slug)
      .replace('[...nextauth]', 'callback/credentials')
      .replace(/\[\w+\]/g, randomUUID());
    const text = readFileSync(file, 'utf8');
    return ['POST', 'PUT']
      .filter(
        (method) =>
          text.includes(`export const ${method} `) || text.includes(`function ${method}(`),
      )
      .map((method) => ({ method, path }));
  });
  expect(routes.length).toBeGreaterThan(8);
  for (const { method, path } of routes) {
    for (const [type, body] of bodies) {
      const headers = { origin, cookie, ...(type ? { 'content-type': type } : {}) };
      const answer = await send({ method, path, headers, body });
      const what = `${method} ${path} with ${type} ${JSON.stringify(body.slice(0, 40))}`;
      expect.soft(answer.status, what).toBeLessThan(500);
      expect.soft(answer.body, what).not.toContain('errorId');
    }
  }
});

test('no address a client makes up is a fault of ours', async () => {
  test.setTimeout(120_000);
  const client = new Caller('a client', world().baseUrl);
  const { pathname } = new URL(entrance(world()).magicLink, world().baseUrl);
  const open = builtActions().get('app/l/[token]/actions.ts openLink');
  if (!open) throw new Error('The build has no way in.');
  await client.act(open, [{ token: pathname.slice('/l/'.length) }]);
  const home = `/portal/${slug}`;
  expect((await client.get(`${home}/statement`)).status).toBe(200);
  const values = ['%00', '%ff', '%ed%a0%80', '9999-12-31', '0001-01-01', '2026-02-31', '__proto__'];
  const places: Record<string, string[]> = {
    '/statement': ['from', 'to', 'period', 'currency'],
    '/pay': ['d', 'what', 'what=all&currency', 'what=overdue&currency'],
    '/pay/return': ['checkout', 'look'],
    '/invoices': ['notice', 'd'],
    '/invoices/download': ['d'],
  };
  const asked = Object.entries(places).flatMap(([page, names]) =>
    names.flatMap((name) => values.map((value) => `${home}${page}?${name}=${value}`)),
  );
  for (const path of [...asked, `${home}/statement/pdf?from=0001-01-01&to=9999-12-31`]) {
    expect.soft((await client.get(path)).status, path).toBeLessThan(500);
  }
});

test('of the library that signs in, only the doors of the sign-in form are open', async () => {
  const { origin } = new URL(world().baseUrl);
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const away = 'callbackUrl=https%3A%2F%2Fevil.example';
  for (const door of [
    'session',
    'signin',
    'signout',
    'verify-request',
    'callback/credentials',
    'x',
  ]) {
    const path = `/api/auth/${door}?${away}`;
    expect((await send({ method: 'GET', path, headers: { cookie } })).status, path).toBe(404);
  }
  for (const door of ['session', 'signin/credentials', 'signout', '_log', 'csrf', 'x']) {
    const path = `/api/auth/${door}`;
    const headers = { origin, cookie, ...type };
    expect((await send({ method: 'POST', path, headers, body: away })).status, path).toBe(404);
  }
  const error = await send({
    method: 'GET',
    path: '/api/auth/error?error=%00%0d%0aSet-Cookie:a=b',
  });
  expect([error.status, error.location]).toEqual([303, '/sign-in']);
  const page = await send({ method: 'GET', path: `/b/${slug}/home`, headers: { cookie } });
  expect(page.status, 'still signed in').toBe(200);
});

test('a mail leads here, whatever host its request was sent to', async () => {
  const reset = 'app/(public)/actions.ts askForReset';
  const forged: Record<string, string>[] = [
    { host: 'evil:1', origin: 'http://evil:1' },
    { origin: world().baseUrl, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  ];
  for (const said of forged) {
    const { status } = await send({
      ...asAction(reset, { email }, said),
      path: '/forgotten-password',
    });
    expect(status).toBe(200);
  }
  const link = await linkFromMail(world(), email, '/reset-password');
  expect(new URL(link).origin).toBe(world().baseUrl);
  for (const mail of await mailsTo(world(), email)) {
    expect(mail.text + mail.html).not.toMatch(/evil(:1|\.example)/);
  }
});

test('nothing that is somebody’s own may be kept by anybody between', async () => {
  const { pathname } = new URL(entrance(world()).magicLink, world().baseUrl);
  const [invoice] = await query<{ id: string }>(
    world(),
    `SELECT d.id FROM "Document" d JOIN "Business" b ON b.id = d."businessId"
     WHERE slug = $1 AND "pdfHash" IS NOT NULL LIMIT 1`,
    [slug],
  );
  const base = `/b/${slug}`;
  const pages = [
    'home',
    'clients',
    'invoices',
    'settings',
    'search?q=a',
    'pulse',
    'clients/export',
  ];
  for (const path of [
    ...pages.map((page) => `${base}/${page}`),
    `${base}/invoices/${invoice?.id}`,
    `${base}/invoices/${invoice?.id}/pdf`,
    `${base}/invoices/${randomUUID()}`,
    '/profile',
    '/sign-in',
    `/portal/${slug}`,
    `/portal/${slug}/sign-in`,
    pathname,
  ]) {
    for (const asked of [{}, { rsc: '1' }] as Record<string, string>[]) {
      const answer = await send({ method: 'GET', path, headers: { cookie, ...asked } });
      const what = `${path} ${Object.keys(asked)}`;
      expect.soft(answer.cache, what).toContain('no-store');
      expect.soft(answer.cache, what).not.toContain('public');
    }
  }
});

test('no header of the framework’s own opens a door, and its image service is shut', async () => {
  const forged: Record<string, string>[] = [
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-middleware-subrequest': 'src/proxy' },
    { 'x-middleware-rewrite': `/b/${slug}/home` },
    { 'x-matched-path': `/b/${slug}/home` },
    { 'x-invoke-path': `/b/${slug}/home` },
    { 'x-nextjs-data': '1' },
    { 'next-resume': '1' },
    { rsc: '1' },
    { rsc: '1', 'next-router-state-tree': '%FF' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-portico-path': '/', 'x-nonce': 'x' },
  ];
  for (const headers of forged) {
    for (const path of [`/b/${slug}/home`, `/b/${slug}/clients`, '/profile']) {
      const answer = await send({ method: 'GET', path, headers });
      const what = `${path} ${JSON.stringify(headers)}`;
      expect.soft(answer.status, what).toBeLessThan(500);
      if (answer.status === 200) expect.soft(answer.body, what).toContain('/sign-in');
      expect.soft(answer.body, what).not.toContain('Tidewater');
    }
  }
  for (const url of [
    '/icon.svg',
    world().mailboxUrl,
    'http://169.254.169.254/',
    '//evil.example/',
  ]) {
    const path = `/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`;
    expect((await send({ method: 'GET', path })).status, path).toBe(404);
  }
});

test('methods that nobody here uses are refused in words', async () => {
  for (const method of ['TRACE', 'PROPFIND', 'LOCK']) {
    for (const path of ['/', `/b/${slug}/home`, '/api/health']) {
      expect((await send({ method, path })).status, `${method} ${path}`).toBe(405);
    }
  }
});
