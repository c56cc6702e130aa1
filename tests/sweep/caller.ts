import { readFileSync } from 'node:fs';

/** An answer: what it says, and everything that came with it. */
export type Answer = { status: number; location: string; body: string; raw: string };

type Manifest = {
  node: Record<
    string,
    { workers: Record<string, unknown>; filename: string; exportedName: string }
  >;
};

/** The actions of the production build: id and a page that has it, by file and name. */
export function builtActions(): Map<string, { id: string; page: string }> {
  const { node }: Manifest = JSON.parse(
    readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
  );
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
      const [worker = ''] = Object.keys(workers).sort();
      return [`${filename} ${exportedName}`, { id, page: pathOf(worker) }];
    }),
  );
}

/** The pages and route handlers of the production build, as addresses with parameters. */
export function builtRoutes(): { pages: string[]; handlers: string[] } {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync('.next/app-path-routes-manifest.json', 'utf8'),
  );
  const ending = (suffix: string) =>
    Object.keys(manifest)
      .filter((file) => file.endsWith(suffix))
      .map((file) => manifest[file] ?? '');
  return { pages: ending('/page'), handlers: ending('/route') };
}

/** Somebody who talks to the product without a browser: cookies, and whatever they care to send. */
export class Caller {
  constructor(
    readonly name: string,
    private readonly baseUrl: string,
    private cookies: Record<string, string> = {},
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request(path, { headers });
  }

  /** Sends JSON, or a form given as pairs. */
  send(method: 'POST' | 'PUT', path: string, body: unknown, form = false): Promise<Answer> {
    if (!form) {
      const headers = { 'content-type': 'application/json' };
      return this.request(path, { method, headers, body: JSON.stringify(body) });
    }
    const fields = new FormData();
    for (const [name, value] of body as [string, string | File][]) fields.append(name, value);
    return this.request(path, { method, body: fields });
  }

  /** Calls a server action as the browser's own script does. The body is what the action returned. */
  async act(action: { id: string; page: string }, args: unknown[]): Promise<Answer> {
    const answer = await this.request(action.page, {
      method: 'POST',
      headers: {
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
        'next-action': action.id,
      },
      body: JSON.stringify(args),
    });
    const [, row] = /"a":"\$@(\w+)"/.exec(answer.body) ?? [];
    const line = answer.body.split('\n').find((each) => row && each.startsWith(`${row}:`));
    // With a redirect comes the page that it leads to.
    const body = line?.slice(line.indexOf(':') + 1) ?? (answer.location ? '' : answer.body);
    return { ...answer, body };
  }

  /** As `act`, for what must succeed; returns the data. */
  async must<Data>(
    action: { id: string; page: string } | undefined,
    args: unknown[],
  ): Promise<Data> {
    if (!action) throw new Error('The build has no such action.');
    const { body, status } = await this.act(action, args);
    const result = status === 200 ? (JSON.parse(body) as { ok: boolean; data: Data }) : null;
    if (!result?.ok) throw new Error(`${this.name} was answered ${status}: ${body}`);
    return result.data;
  }

  private async request(path: string, init: RequestInit): Promise<Answer> {
    const cookie = Object.entries(this.cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(this.baseUrl + path, {
      ...init,
      redirect: 'manual',
      headers: { origin: this.baseUrl, ...(cookie ? { cookie } : {}), ...init.headers },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies = { ...this.cookies, [name]: value };
    }
    const { headers, status } = response;
    const location = headers.get('x-action-redirect') ?? headers.get('location') ?? '';
    const raw = await response.text();
    return { status, location, body: raw, raw };
  }
}

/** 'app/b/[business]/clients/page' as an address; its parameters are filled with something that is never there. */
function pathOf(worker: string): string {
  const path = worker
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace('[business]', 'nowhere')
    .replace(/\[[^\]]+\]/g, 'nothing');
  return path || '/';
}
