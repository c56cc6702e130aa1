type Environment = Record<string, string | undefined>;

const STRIPE = 'https://checkout.stripe.com';

/**
 * What a page may load and where its forms may lead. A form that ends in a redirect to the payment page is held to
 * `form-action` as well, so Stripe's origin (and the stand-in's, where one is configured) is listed.
 */
export function contentSecurityPolicy(nonce: string, env: Environment): string {
  const dev = env.NODE_ENV === 'development';
  const payment = [
    STRIPE,
    ...new Set([env.STRIPE_API_BASE, env.SIMULATED_STRIPE_URL].flatMap(origin)),
  ];
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self' ${payment.join(' ')}`,
    "frame-ancestors 'none'",
    "frame-src 'self' blob:",
  ].join('; ');
}

/**
 * The other headers of a document. A link page holds a token in its address: `strict-origin` keeps the path out of
 * every Referer, as `no-referrer` would, but leaves the form's Origin, which `no-referrer` turns into the `null`
 * that actions refuse (Fetch standard, 3.2 "append a request Origin header").
 */
export function securityHeaders(pathname: string, env: Environment): [string, string][] {
  const https = env.BASE_URL?.startsWith('https:');
  return [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', holdsToken(pathname) ? 'strict-origin' : 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['x-robots-tag', 'noindex, nofollow'],
    ['cache-control', 'private, no-store'],
    ...(https ? ([['strict-transport-security', 'max-age=31536000']] as [string, string][]) : []),
  ];
}

/** Pages whose address is itself a key. */
function holdsToken(pathname: string): boolean {
  return /^\/(l|reset-password|invitations|sign-up)\//.test(pathname);
}

function origin(address: string | undefined): string[] {
  return address && URL.canParse(address) ? [new URL(address).origin] : [];
}
