import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Addresses } from './measure-pages';
import { ask, type Question } from './reader';
import { atMost, type Measured } from './report';

const PAGES = ['portal home', 'client list', 'invoice list', 'invoice page', 'invoice editor'];

/**
 * JavaScript of a page kind, gzip: every script that its HTML names, less those that Next gives to every page, an empty
 * one included (`rootMainFiles` of the build manifest). What a person loads later by a press is not in it.
 */
export async function measureScripts({ staff, portal }: Addresses): Promise<Measured[]> {
  const manifest = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
    rootMainFiles: string[];
    polyfillFiles: string[];
  };
  const everywhere = new Set(
    [...manifest.rootMainFiles, ...manifest.polyfillFiles].map((file) => `/_next/${file}`),
  );
  const agent = new Agent({ keepAlive: true });
  const rows: Measured[] = [];
  for (const [what, question] of Object.entries({ ...staff, ...portal })) {
    if (!PAGES.includes(what)) continue;
    const own = (await scriptsOf(agent, question)).filter((path) => !everywhere.has(path));
    let bytes = 0;
    for (const path of own) bytes += await gzipSize(agent, new URL(path, question.url).href);
    const limit = what.startsWith('portal') ? 25 : 100;
    rows.push({
      what: `JavaScript, ${what}`,
      bytes,
      note: `${own.length} files beyond Next’s own`,
      budgets: [atMost('gzip', limit, 'KB', bytes / 1024)],
    });
  }
  agent.destroy();
  return rows;
}

async function scriptsOf(agent: Agent, question: Question): Promise<string[]> {
  const { body, headers } = await ask(agent, question);
  const html = (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
  const named = html.match(/(?:\/_next\/)?static\/chunks\/[^"\\?\s]+\.js/g) ?? [];
  return [...new Set(named.map((path) => (path.startsWith('/') ? path : `/_next/${path}`)))];
}

async function gzipSize(agent: Agent, url: string): Promise<number> {
  const { bytes, body, headers } = await ask(agent, { url });
  return headers['content-encoding'] === 'gzip' ? bytes : gzipSync(body).length;
}
