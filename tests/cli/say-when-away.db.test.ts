import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sayWhenAway } from '@/lib/cli/say-when-away';
import { noteDatabaseAway } from '@/lib/db/readiness';

/** Opens an address of a server whose pages are held as ours are; answers status and body. */
async function opened(page: RequestListener, accept = 'text/html') {
  const server = createServer((request, response) => {
    sayWhenAway(request, response);
    page(request, response);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept } });
  const said = { status: answer.status, body: await answer.text() };
  server.closeAllConnections();
  await new Promise<void>((done) => {
    server.close(() => done());
  });
  return said;
}

const failing: RequestListener = (_, response) => {
  response.writeHead(500, { 'content-type': 'text/html' });
  response.end('what went wrong');
};

const failingWithoutDatabase: RequestListener = (request, response) => {
  noteDatabaseAway();
  failing(request, response);
};

test('A page that failed while the database is there goes on unchanged', async () => {
  expect(await opened(failing)).toEqual({ status: 500, body: 'what went wrong' });
});

test('A page that failed says so to whoever has no script, with the number it was logged under', async () => {
  const shell =
    '<html id="__next_error__"><head></head><body><script>["E{\\"digest\\":\\"2223036873\\"}"]</script></body></html>';
  for (const [packing, pack] of [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const) {
    const { status, body } = await opened((_, response) => {
      response.setHeader('content-encoding', packing);
      response.writeHead(500, { 'content-type': 'text/html' });
      response.end(pack(shell));
    });
    expect(status).toBe(500);
    expect(body).toMatch(/<body><noscript><main lang="en" dir="ltr"/);
    expect(body).toContain('<bdi dir="ltr">2223036873</bdi>');
    expect(body.replace(/<noscript>.*<\/noscript>/, ''), 'the rest').toBe(shell);
  }
});

test('A page that met no database says that it is away, though it is back by then', async () => {
  const { status, body } = await opened(failingWithoutDatabase);
  expect(status).toBe(503);
  expect(body).toContain('http-equiv="refresh" content="5"');
  expect(body).not.toContain('what went wrong');
  expect(await opened(failing), 'the next page').toMatchObject({ status: 500 });
});

test('What a script asks for, and a page that is there, are not held back', async () => {
  expect(await opened(failingWithoutDatabase, '*/*')).toMatchObject({ status: 500 });
  const fine = await opened((_, response) => response.end('<p>fine</p>'));
  expect(fine).toEqual({ status: 200, body: '<p>fine</p>' });
});
