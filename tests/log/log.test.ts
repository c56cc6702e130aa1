import { afterEach, expect, test, vi } from 'vitest';
import { log, logError } from '@/lib/log/log';
import { redact, redactText } from '@/lib/log/redact';

afterEach(() => vi.restoreAllMocks());

function lines(write: () => void): Record<string, unknown>[] {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  write();
  return spy.mock.calls.map(([line]) => JSON.parse(String(line)));
}

test.for([
  ['GET /l/0197a1.abcDEF?x=1 200', 'GET /l/[hidden]?x=1 200'],
  ['POST /sign-up/0197a1.abcDEF', 'POST /sign-up/[hidden]'],
  ['/sign-in?next=%2Finvitations%2FAbc-9_x&a=1', '/sign-in?next=%2Finvitations%2F[hidden]&a=1'],
  ['/sign-in?next=%2fl%2fAbc-9_x', '/sign-in?next=%2fl%2f[hidden]'],
  ['see https://a.example/l/tok-en_1. Bye', 'see https://a.example/l/[hidden] Bye'],
  ['postgresql://portico:geheim@db:5432/portico', 'postgresql://portico:[hidden]@db:5432/portico'],
  ['Authorization: Bearer abcdefghij.klm', 'Authorization: Bearer [hidden]'],
  [
    'No such key: sk_live_51Habc and whsec_abc1',
    'No such key: sk_live_[hidden] and whsec_[hidden]',
  ],
  ['/forgot?token=abc&to=1', '/forgot?token=[hidden]&to=1'],
])('A secret inside a text is hidden: %s', ([text, safe]) => {
  expect(redactText(text as string)).toBe(safe);
});

test('The longest address anybody can ask for is looked through in no time', () => {
  const began = performance.now();
  for (const part of [
    'a-',
    'a.',
    'a:',
    '://',
    'a://',
    '/l/',
    '%2Fl%2F',
    '?token=',
    'Basic ',
    ' ',
  ]) {
    redactText(part.repeat(16_000 / part.length));
  }
  expect(performance.now() - began).toBeLessThan(300);
});

test('A secret is known by its name, however deep', () => {
  expect(
    redact({
      user: { password: 'x', stripeSecret: 'y', sessionToken: 'z', name: 'Amal' },
      cookie: 'c',
      amount: 5n,
    }),
  ).toEqual({
    user: {
      password: '[hidden]',
      stripeSecret: '[hidden]',
      sessionToken: '[hidden]',
      name: 'Amal',
    },
    cookie: '[hidden]',
    amount: '5',
  });
});

test('An error is logged whole, under an id that the person is shown', () => {
  let id = '';
  const [line] = lines(() => {
    id = logError(new Error('no /l/abc', { cause: new Error('deep') }), { part: 'mail' });
  });
  expect(id).toMatch(/^[2-9A-Z]{8}$/);
  expect(line).toMatchObject({ level: 'error', id, part: 'mail', message: 'no /l/[hidden]' });
  expect(line?.error).toMatchObject({ name: 'Error', cause: { message: 'deep' } });
  expect(JSON.stringify(line)).not.toContain('/l/abc');
});

test('A field can never take the place of time, level or message', () => {
  const [line] = lines(() => log.error('true', { message: 'false', level: 'debug' }));
  expect(line).toMatchObject({ message: 'true', level: 'error' });
});

test('What is below the wanted level is not written', () => {
  expect(lines(() => log.info('nothing to see'))).toEqual([]);
});
