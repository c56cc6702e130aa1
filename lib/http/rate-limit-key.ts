import { isIP } from 'node:net';

/**
 * What to count attempts from one client address under: an IPv4 address as it is, of IPv6 the first
 * 64 bits (one customer has them all), an IPv4-mapped one as its IPv4. 'unknown' for anything else,
 * so that clients without an address share one counter rather than having none.
 */
export function rateLimitKey(address: string | null | undefined): string {
  const plain = (address ?? '')
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1] ?? plain;
  if (isIP(mapped) === 4) return mapped;
  if (isIP(mapped) !== 6) return 'unknown';
  return `${expand(mapped).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address without leading zeros. */
function expand(address: string): string[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const before = head ? head.split(':') : [];
  if (tail === undefined) return before;
  const after = tail ? tail.split(':') : [];
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
