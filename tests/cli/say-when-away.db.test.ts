import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
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
