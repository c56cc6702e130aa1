import { describe, expect, test } from 'vitest';
import { EgressRefused, isPublicAddress, resolvePublicAddress } from '@/lib/http/egress';

function answering(...addresses: string[]) {
  return async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

const options = { port: 587, allowPrivate: [] as string[] };

describe('a mail server may stand only on the public internet', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '168.63.129.16',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'ff02::1',
    'example.com',
  ])('%s is refused', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '9.255.255.255',
    '2a00:1450:4009::5',
    '2606:4700::1111',
  ])('%s is allowed', (address) => expect(isPublicAddress(address)).toBe(true));
});

test('the address that was checked is the address to connect to', async () => {
  const pinned = await resolvePublicAddress('smtp.example.com', {
    ...options,
    lookup: answering('8.8.4.4'),
  });
  expect(pinned).toEqual({ address: '8.8.4.4', family: 4 });
});

test('of a public and a private address the public one is taken', async () => {
  const lookup = answering('10.0.0.5', '2606:4700::1111');
  const pinned = await resolvePublicAddress('smtp.example.com', { ...options, lookup });
  expect(pinned).toEqual({ address: '2606:4700::1111', family: 6 });
});

describe('refused, with the reason', () => {
  test.each([
    ['a name that leads inside', 'intranet.example', answering('10.0.0.5'), 'private'],
    ['loopback in brackets', '[::1]', answering(), 'private'],
    ['an address written out', '127.0.0.1', answering(), 'private'],
    ['an address written as a number', '2130706433', answering('127.0.0.1'), 'private'],
    ['a name without an address', 'nowhere.example', answering(), 'private'],
    ['a path', 'example.com/x', answering('8.8.8.8'), 'host'],
    ['a user', 'me@example.com', answering('8.8.8.8'), 'host'],
    ['a zone', 'fe80::1%eth0', answering('8.8.8.8'), 'host'],
    ['a line break', 'a\r\nb', answering('8.8.8.8'), 'host'],
    ['nothing', '  ', answering('8.8.8.8'), 'host'],
  ])('%s', async (_name, host, lookup, reason) => {
    const attempt = resolvePublicAddress(host, { ...options, lookup });
    await expect(attempt).rejects.toMatchObject({ name: 'EgressRefused', reason });
  });

  test('a port that is no mail port', async () => {
    const attempt = resolvePublicAddress('smtp.example.com', {
      ...options,
      port: 6379,
      lookup: answering('8.8.8.8'),
    });
    await expect(attempt).rejects.toMatchObject({ reason: 'port' });
  });

  test('a name that the resolver does not know', async () => {
    const lookup = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    const attempt = resolvePublicAddress('nowhere.example', { ...options, lookup });
    await expect(attempt).rejects.toBeInstanceOf(EgressRefused);
    await expect(attempt).rejects.toMatchObject({ reason: 'unknownHost' });
  });
});

describe('the operator of the instance may open a private host', () => {
  test.each([
    [['mail.lan'], 'mail.lan', 587],
    [['mail.lan:1025'], 'mail.lan', 1025],
    [['10.0.0.5'], 'mail.lan', 587],
    [['mail.lan'], 'MAIL.LAN.', 1025],
  ])('%j opens %s:%i', async (allowPrivate, host, port) => {
    const lookup = answering('10.0.0.5');
    expect(await resolvePublicAddress(host, { port, allowPrivate, lookup })).toEqual({
      address: '10.0.0.5',
      family: 4,
    });
  });

  test.each([
    [['lan'], 'mail.lan', 587],
    [['mail.lan:1025'], 'mail.lan', 587],
    [['10.0.0.0/8'], 'mail.lan', 587],
  ])('%j does not open %s:%i', async (allowPrivate, host, port) => {
    const attempt = resolvePublicAddress(host, {
      port,
      allowPrivate,
      lookup: answering('10.0.0.5'),
    });
    await expect(attempt).rejects.toMatchObject({ reason: 'private' });
  });
});

test('the real resolver finds loopback behind localhost and refuses it', async () => {
  await expect(resolvePublicAddress('localhost', options)).rejects.toMatchObject({
    reason: 'private',
  });
});
