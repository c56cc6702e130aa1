import type { IncomingMessage, ServerResponse } from 'node:http';

const largestBody = 1_000_000;

/** The whole body as text; undefined when it is larger than 1 MB. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/**
 * A page that runs no script and loads nothing but our own fonts. `formTargets`: origins to which a form on it may lead
 * by redirect, beside our own; `frames`: it shows another page of ours in a frame.
 */
export function sendPage(
  response: ServerResponse,
  status: number,
  markup: string,
  allow: { formTargets?: readonly string[]; frames?: boolean } = {},
): void {
  const policy = [
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    'img-src data:',
    `form-action ${["'self'", ...(allow.formTargets ?? [])].join(' ')}`,
    `frame-src ${allow.frames ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(markup);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' });
  response.end();
}

/** False when a browser says that the request comes from a page of somebody else. */
export function fromOurOwnPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}
