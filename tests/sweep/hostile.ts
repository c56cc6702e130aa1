import { ACTIONS } from './action-table';
import { builtActions, type Caller } from './caller';
import type { Ids } from './ids';
import { draft, ROUTES } from './route-table';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What people and attackers type. Several kinds stand in one value, because each value goes into every field. */
const TEXTS: Record<string, string> = {
  nothing: '',
  'ten thousand characters': '<b>長い🧾'.repeat(2_000),
  'NUL, lone surrogate': 'a\u0000b\uD800',
  'markup, formula, line break, bidi and zero-width marks':
    "=cmd|'/C calc'!A0 <script>alert(1)</script>\r\nBcc: x@evil.example \u202Egnp.exe\u2066 a\u200Bb\uFEFF {{client}}",
  'a negative, huge amount with too many decimals': '-99999999999999999999.123456789',
  'a day that does not exist': '2026-02-31',
};

/** What scripts send where text, or an id, belongs. */
const WRONG: Record<string, Json> = {
  'a list': [[]],
  'an object': { $ne: null },
};

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Actions that the sweep does not call, because they concern the caller alone or nobody. */
const OTHERS: Record<string, (slug: string) => Json> = {
  'app/(public)/actions.ts askForReset': () => ({ email: 'a@example.com' }),
  'app/profile/actions.ts saveProfile': () => ({
    version: '1',
    name: 'Robin Vale',
    locale: 'en',
    theme: 'LIGHT',
  }),
  'app/portal/[business]/sign-in/actions.ts askForLink': (slug) => ({
    business: slug,
    email: 'a@example.com',
    document: '',
  }),
};

/** Callers of each door. */
export type Callers = { slug: string; staff: Caller; client: Caller; nobody: Caller };

/**
 * Sends every action, and the editor's own route, each hostile value in each of its fields. Answers what was wrong with
 * an answer: a failure, an error without words, or one that belongs to no field.
 */
export async function sendHostile(callers: Callers, ids: Ids): Promise<string[]> {
  const wrong: string[] = [];
  const orders: (() => Promise<void>)[] = [];
  const built = builtActions();
  const add = (name: string, base: Json, ask: (payload: Json) => Promise<Answered>) => {
    for (const [what, payload] of variants(base)) {
      orders.push(async () => {
        const problem = problemWith(await ask(payload), base);
        if (problem) wrong.push(`${name}, ${what}: ${problem}`);
      });
    }
  };
  for (const [file, rows] of Object.entries(ACTIONS)) {
    for (const [name, { door, input }] of Object.entries(rows)) {
      const key = `${file} ${name}`;
      const base = (input ? input(ids) : OTHERS[key]?.(callers.slug)) as Json | undefined;
      const action = built.get(key);
      if (base === undefined || !action) continue;
      const caller = { staff: callers.staff, account: callers.staff, portal: callers.client }[
        door as 'staff'
      ];
      const inBusiness = door === 'staff' || door === 'portal';
      add(key, base, (payload) =>
        (caller ?? callers.nobody).act(action, inBusiness ? [callers.slug, payload] : [payload]),
      );
    }
  }
  const address = `/b/${callers.slug}/invoices/${ids.draft}/draft`;
  add('the editor', draft(ids) as unknown as Json, (payload) =>
    callers.staff.send('PUT', address, payload),
  );
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let order = orders.shift(); order; order = orders.shift()) await order();
    }),
  );
  return wrong;
}

/** What pages read from their address; each gets every hostile text. */
const PARAMETERS =
  'q client state from until min max sort after before cursor page tab currency what d since kind'.split(
    ' ',
  );

/** Addresses that break a decoder, or a query. */
const BROKEN = [
  '/b/%00/home',
  '/portal/%00',
  '/portal/%E0%A4%A',
  '/l/%00',
  '/i/%00',
  '/b/%E0%A4%A',
];

/** Opens every page with every hostile text in its address. Answers which ones failed on our side. */
export async function openHostile(callers: Callers): Promise<string[]> {
  const failed: string[] = [];
  const open = async (caller: Caller, path: string) => {
    const { status } = await caller.get(path);
    if (status >= 500) failed.push(`${status} ${path.slice(0, 160)}`);
  };
  await Promise.all(BROKEN.map((path) => open(callers.nobody, path)));
  for (const [route, row] of Object.entries(ROUTES)) {
    if (row.noGet || route.includes('[id]') || (row.door !== 'staff' && row.door !== 'portal'))
      continue;
    const caller = row.door === 'staff' ? callers.staff : callers.client;
    const path = route.replace('[business]', callers.slug);
    const queries = Object.values(TEXTS).map((text) => {
      const value = encodeURIComponent(text.slice(0, 1_000).toWellFormed());
      return PARAMETERS.map((name) => `${name}=${value}`).join('&');
    });
    // Long addresses are the proxy's affair: what is left is well below Node's own limit of 16 KB.
    await Promise.all(queries.map((query) => open(caller, `${path}?${query}`.slice(0, 12_000))));
  }
  return failed;
}

type Answered = { status: number; location: string; body: string };

function problemWith({ status, location, body }: Answered, base: Json): string | null {
  if (location) return null;
  if (status !== 200) return `status ${status} ${body.slice(0, 200)}`;
  const result = JSON.parse(body) as {
    ok: boolean;
    signedOut?: boolean;
    errorId?: string;
    message?: string | null;
    errors?: Record<string, string[]>;
  };
  if (result.ok || result.signedOut) return null;
  if (result.errorId) return `failed on our side: ${result.message}`;
  const errors = Object.entries(result.errors ?? {});
  const known = Object.keys(base as object);
  const lost = errors.filter(([field]) => field && !known.includes(field.split('.')[0] ?? ''));
  if (lost.length > 0) return `fields it does not have: ${lost.map(([field]) => field)}`;
  const said = [result.message ?? '', ...errors.flatMap(([, sentences]) => sentences)];
  return said.some(isSentence) ? null : `no words: ${body.slice(0, 200)}`;
}

/** Words and not a code; Chinese, which one of the actions may have chosen, has no spaces. */
function isSentence(text: string): boolean {
  return /[ \p{Script=Han}]/u.test(text);
}

/** The payload once for every hostile value in every place. */
function variants(base: Json): [string, Json][] {
  return leavesOf(base).flatMap(({ path, value }) => {
    const isId = typeof value === 'string' && UUID.test(value);
    const texts = isId ? { 'no id': 'not-an-id' } : typeof value === 'string' ? TEXTS : {};
    return Object.entries({ ...texts, ...WRONG }).map(([what, hostile]): [string, Json] => [
      `${path.join('.')} is ${what}`,
      put(base, path, hostile),
    ]);
  });
}

function leavesOf(value: Json, path: string[] = []): { path: string[]; value: Json }[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [{ path, value }] : [];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
}

function put(value: Json, [key, ...rest]: string[], hostile: Json): Json {
  if (key === undefined || typeof value !== 'object' || value === null) return hostile;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  Object.assign(copy, { [key]: put((value as Record<string, Json>)[key] ?? null, rest, hostile) });
  return copy;
}
