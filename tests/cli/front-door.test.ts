import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf, setOrigins } from '@/lib/cli/front-door';
import { forgetEnv } from '@/lib/env/env';

const before = { BASE_URL: process.env.BASE_URL, TRUST_PROXY: undefined, DATABASE_URL: undefined };

beforeEach(() => configure({ DATABASE_URL: 'postgresql://127.0.0.1/nobody-asks-it' }));
afterEach(() => configure(before));

function configure(variables: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  forgetEnv();
}

const asked = (method: string, url: string, headers: IncomingHttpHeaders = {}) =>
  ({
    method,
    url,
    headers: { host: 'portico.example', ...headers },
    socket: { remoteAddress: '203.0.113.7' },
  }) as unknown as IncomingMessage;

const statusOf = (request: IncomingMessage) => refusalOf(request)?.status ?? null;

describe('What changes something', () => {
  const home = 'https://portico.example';

  it('is taken from a page of this site', () => {
    configure({ BASE_URL: home });
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(statusOf(asked(method, '/b/tide/home', { origin: home }))).toBeNull();
    }
    // A proxy that puts its own name for us into Host takes nothing away from that.
    const behind = asked('POST', '/sign-in', { origin: home, host: '127.0.0.1:3000' });
    expect(statusOf(behind)).toBeNull();
  });

  it.each([
    undefined,
    'null',
    '',
    'https://evil.example',
    'http://portico.example',
    'https://portico.example.evil.example',
    'https://portico.example@evil.example',
    'https://portico.example, https://evil.example',
    'https://portico.example:444',
    'garbage',
    'https://[::1',
    '__proto__',
  ])('is refused from %j', (origin) => {
    configure({ BASE_URL: home });
    for (const host of ['portico.example', 'evil.example']) {
      const headers = { host, ...(origin === undefined ? {} : { origin }) };
      expect(statusOf(asked('POST', '/sign-in', headers))).toBe(403);
    }
    const forged = { origin: 'https://evil.example', host: 'evil.example' };
    const said = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    expect(statusOf(asked('POST', '/sign-in', { ...forged, ...said }))).toBe(403);
  });

  it.each([
    '192.168.1.5:3000',
    '[fd00::5]:3000',
    'nas',
    'nas:3000',
    'nas.local:3000',
    'localhost:3001',
  ])('is taken under %s, a name of the machine at home, where there is no TLS', (host) => {
    configure({ BASE_URL: 'http://localhost:3000' });
    const from = (origin: string) => statusOf(asked('POST', '/', { host, origin }));
    expect(from(`http://${host}`)).toBeNull();
    expect(from('http://localhost:3000')).toBeNull();
    expect(from(`https://${host}`)).toBe(403);
    expect(from('http://192.168.1.6:3000')).toBe(403);
    expect(from('null')).toBe(403);
    configure({ BASE_URL: home });
    expect(from(`http://${host}`)).toBe(403);
  });

  it.each(['evil.example:3000', 'nas.local.evil.example', '127.0.0.1.evil.example', 'x@nas', ''])(
    'is refused under %j, which a stranger can point at this machine',
    (host) => {
      configure({ BASE_URL: 'http://localhost:3000' });
      expect(statusOf(asked('POST', '/', { host, origin: `http://${host}` }))).toBe(403);
    },
  );

  it('comes from machines to Stripe’s address alone', () => {
    configure({ BASE_URL: home });
    expect(statusOf(asked('POST', '/api/stripe/tide'))).toBeNull();
    for (const url of ['/api/stripe/tide/x', '/api/stripe/../../b/tide/home', '/api/stripe/']) {
      expect(statusOf(asked('POST', url))).toBe(403);
    }
  });
});

describe('A request', () => {
  it('that only reads needs no origin', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect(statusOf(asked(method, '/l/abc', { origin: 'https://evil.example' }))).toBeNull();
    }
  });

  it('with a broken address or a method nobody uses is told so', () => {
    for (const url of ['*', '/%', '/b/%ff%', '/b/a%00b/home'])
      expect(statusOf(asked('GET', url))).toBe(400);
    for (const method of ['TRACE', 'CONNECT', 'PROPFIND', ''])
      expect(statusOf(asked(method, '/'))).toBe(405);
  });

  it('cannot say where it comes from, nor which host it was meant for', () => {
    configure({ BASE_URL: 'https://portico.example', TRUST_PROXY: undefined });
    const forged = {
      'x-forwarded-for': '198.51.100.1',
      'x-real-ip': '198.51.100.1',
      forwarded: 'for=198.51.100.1;host=evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '444',
    };
    const request = asked('GET', '/', { ...forged });
    setOrigins(request);
    expect(request.headers).toEqual({ host: 'portico.example', 'x-forwarded-for': '203.0.113.7' });
  });

  it('is counted under the last address that a trusted proxy has added', () => {
    configure({ BASE_URL: 'https://portico.example', TRUST_PROXY: '1' });
    const request = asked('POST', '/', {
      origin: 'https://portico.example',
      host: '127.0.0.1:3000',
      'x-forwarded-for': '198.51.100.1, 192.0.2.9',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    });
    setOrigins(request);
    expect(request.headers['x-forwarded-for']).toBe('192.0.2.9');
    // Next holds the Origin against this, and fetches from nobody whom a request names.
    expect(request.headers['x-forwarded-host']).toBe('portico.example');
    expect(request.headers['x-forwarded-proto']).toBeUndefined();
  });
});
