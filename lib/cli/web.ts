import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { endWithParent, sayReady } from '@/lib/cli/child';
import { refusalOf, setOrigins } from '@/lib/cli/front-door';
import { sayWhenAway } from '@/lib/cli/say-when-away';
import { env } from '@/lib/env/env';
import { logError } from '@/lib/log/log';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** One web process. Started by the launcher, several on one port in production. */
export async function main(): Promise<void> {
  const { host, port } = env();
  const development = process.env.NODE_ENV === 'development';
  const server = createServer();
  // Longer than a proxy keeps its side open, so that the proxy is never the one left talking.
  server.keepAliveTimeout = 65_000;
  const app = next({
    dev: development,
    dir: process.cwd(),
    hostname: host,
    port,
    httpServer: server,
  });
  endWithParent(async () => {
    // A page being worked on holds a connection open for ever, and nothing on it is worth waiting for.
    if (development) return;
    const closed = new Promise<void>((done) => server.close(() => done()));
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const patience = setTimeout(() => server.closeAllConnections(), 10_000);
    await closed;
    clearInterval(idle);
    clearTimeout(patience);
    await app.close();
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  server.on('request', (request, response) => {
    const refusal = refusalOf(request);
    if (refusal) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain' }).end(refusal.words);
      return;
    }
    setOrigins(request);
    if (sendHome(request, response)) return;
    sayWhenAway(request, response);
    handle(request, response).catch((error) => {
      logError(error, { part: 'web' });
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, listening);
  });
  sayReady();
}

/** "localhost" and 127.0.0.1 are two origins to a browser: whoever opens the other one is led over. */
function sendHome({ headers, method, url }: IncomingMessage, response: ServerResponse): boolean {
  const home = new URL(env().baseUrl);
  const asked = `http://${headers.host}`;
  if (method !== 'GET' || headers.host === home.host || !URL.canParse(asked)) return false;
  const elsewhere = new URL(asked).hostname;
  if (!LOOPBACK.has(home.hostname) || !LOOPBACK.has(elsewhere)) return false;
  if (!headers.accept?.includes('text/html') || !url?.startsWith('/')) return false;
  response.writeHead(307, { location: env().baseUrl + url }).end();
  return true;
}
