import { describe, expect, test } from 'vitest';
import { safePath } from '@/lib/http/redirect-target';

describe('after signing in one lands on a page of this site', () => {
  test.each([
    '/',
    '/b/larkfield/invoices?status=due&sort=-date#top',
    '/portal/larkfield/تقرير',
    '/a/../b',
  ])('%s is followed', (path) => expect(safePath(path, '/home')).toBe(decodable(path)));

  test.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/ok\\..\\..',
    'https://evil.example/',
    'javascript:alert(1)',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    'invoices',
    '',
    '/\u2028/x',
    `/${'a'.repeat(3000)}`,
    null,
    undefined,
    ['/a'],
  ])('%j leads to the fallback', (path) => expect(safePath(path, '/home')).toBe('/home'));
});

function decodable(path: string): string {
  const url = new URL(path, 'http://x.invalid');
  return url.pathname + url.search + url.hash;
}
