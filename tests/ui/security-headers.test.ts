import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '@/lib/http/security-headers';

const of = (path: string, env = {}) => new Map(securityHeaders(path, env));

describe('The policy of a page', () => {
  test('runs only scripts that carry this page’s nonce', () => {
    const policy = contentSecurityPolicy('abc', { NODE_ENV: 'production' });
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' https://checkout.stripe.com;");
  });

  test('lets a form lead to the payment stand-in where one is configured, by origin alone', () => {
    const policy = contentSecurityPolicy('abc', {
      STRIPE_API_BASE: 'http://127.0.0.1:4242/v1',
      SIMULATED_STRIPE_URL: 'not an address',
    });
    expect(policy).toContain(
      "form-action 'self' https://checkout.stripe.com http://127.0.0.1:4242;",
    );
  });
});

describe('The headers of a page', () => {
  test('keep a link’s token out of every Referer without emptying the Origin of its form', () => {
    // Measured in Chromium: under no-referrer a form posts "Origin: null", under strict-origin its true origin.
    for (const path of ['/l/x', '/sign-up/x', '/reset-password/x', '/invitations/x']) {
      expect(of(path).get('referrer-policy'), path).toBe('strict-origin');
    }
    expect(of('/b/tide/home').get('referrer-policy')).toBe('same-origin');
  });

  test('keep pages out of shared caches and search engines', () => {
    expect(of('/').get('cache-control')).toBe('private, no-store');
    expect(of('/').get('x-robots-tag')).toBe('noindex, nofollow');
  });

  test('insist on https only where the site is served by https', () => {
    expect(of('/', { BASE_URL: 'https://x.example' }).get('strict-transport-security')).toBe(
      'max-age=31536000',
    );
    expect(of('/', { BASE_URL: 'http://localhost:3000' }).has('strict-transport-security')).toBe(
      false,
    );
  });
});
