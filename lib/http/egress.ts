import { promises as dns, type LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';

export interface PublicAddress {
  address: string;
  family: 4 | 6;
}

export interface EgressOptions {
  port: number;
  /** The ports this kind of connection may use at all; those of mail submission unless told. */
  ports?: readonly number[];
  /** Hosts or addresses, exactly as typed, or with `:port`, that the instance's operator allows although private. */
  allowPrivate: readonly string[];
  lookup?: (host: string) => Promise<LookupAddress[]>;
}

export type EgressReason = 'host' | 'port' | 'unknownHost' | 'private';

/** The connection may not be made: a malformed host, a port outside the list, no such host, or a private address. */
export class EgressRefused extends Error {
  constructor(
    readonly reason: EgressReason,
    readonly host: string,
  ) {
    super(`No connection to ${JSON.stringify(host)}: ${reason}.`);
    this.name = 'EgressRefused';
  }
}

const SMTP_PORTS = [25, 465, 587, 2525] as const;

/** Not globally reachable by the IANA IPv4 special-purpose registry, and 168.63.129.16, Azure's host agent. */
const CLOSED_V4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24',
  '192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24',
  '224.0.0.0/4 240.0.0.0/4 168.63.129.16/32',
].flatMap((line) => line.split(' '));
/** Inside 2000::/3 but not plain hosts: Teredo and protocol assignments, documentation, 6to4 (which wraps an IPv4). */
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closed = blockList(CLOSED_V4, 'ipv4');
const closedV6 = blockList(CLOSED_V6, 'ipv6');
/** Everything else in IPv6 (loopback, unique local, link-local, IPv4-mapped, NAT64) lies outside this block. */
const globalV6 = blockList(['2000::/3'], 'ipv6');

/** Whether an IP address, as text, belongs to a host of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return globalV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
}

/**
 * Resolves a host that a person typed to the one address to connect to (with the host as the TLS
 * server name), so that a second look-up cannot lead elsewhere. Throws EgressRefused for private,
 * loopback, link-local, metadata, carrier-grade NAT, IPv4-mapped and NAT64 addresses, unless the
 * operator lists this very host or address.
 */
export async function resolvePublicAddress(
  host: string,
  { port, ports = SMTP_PORTS, allowPrivate, lookup = lookupAll }: EgressOptions,
): Promise<PublicAddress> {
  const name = host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (!name || name.length > 253 || !/^[\p{L}\p{N}._:-]+$/u.test(name)) {
    throw new EgressRefused('host', host);
  }
  const listed = (entry: string) =>
    allowPrivate.some((allowed) =>
      [entry, `${entry}:${port}`, `[${entry}]:${port}`].includes(allowed),
    );
  const allowedByName = listed(name);
  if (!allowedByName && !ports.includes(port)) throw new EgressRefused('port', host);

  for (const { address, family } of await addressesOf(name, host, lookup)) {
    if (allowedByName || isPublicAddress(address) || listed(address)) {
      return { address, family: family === 6 ? 6 : 4 };
    }
  }
  throw new EgressRefused('private', host);
}

async function addressesOf(
  name: string,
  host: string,
  lookup: (name: string) => Promise<LookupAddress[]>,
): Promise<LookupAddress[]> {
  const family = isIP(name);
  if (family) return [{ address: name, family }];
  try {
    return await lookup(name);
  } catch (error) {
    // ENOTFOUND and EAI_AGAIN alike: the person can only check the name or try again.
    throw Object.assign(new EgressRefused('unknownHost', host), { cause: error });
  }
}

function lookupAll(host: string): Promise<LookupAddress[]> {
  return dns.lookup(host, { all: true, order: 'ipv4first' });
}

function blockList(subnets: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', prefix] = subnet.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}
