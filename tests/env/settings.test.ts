import { expect, test } from 'vitest';
import { parseSettings, type Variables } from '@/lib/env/env';

const SECRET = 'x'.repeat(32);
const URL = 'postgresql://portico:pw@db.example.com/portico';

test('Nothing has to be configured', () => {
  const settings = parseSettings({});
  expect(settings).toMatchObject({
    baseUrl: 'http://localhost:3000',
    port: 3000,
    databaseUrl: null,
    secret: null,
    smtp: null,
    simulated: null,
    signUp: true,
    demo: false,
    trustProxy: false,
    mailPrivateHosts: [],
  });
  expect(settings.filesDir).toBe(`${settings.dataDir}/files`);
  expect(Object.isFrozen(settings)).toBe(true);
});

test('An empty variable counts as not set', () => {
  expect(parseSettings({ PORT: '', SMTP_HOST: ' ', DATABASE_URL: '' })).toEqual(parseSettings({}));
});

test('A mail server takes the usual port for its kind of encryption', () => {
  const smtp = (more: Variables) =>
    parseSettings({ SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'a@example.com', ...more }).smtp;
  expect(smtp({})).toMatchObject({ port: 587, secure: false, user: null, pass: null });
  expect(smtp({ SMTP_SECURE: '1' })).toMatchObject({ port: 465, secure: true });
  expect(smtp({ SMTP_PORT: '465' })).toMatchObject({ port: 465, secure: true });
  expect(smtp({ SMTP_PORT: '2525', SMTP_SECURE: '0' })).toMatchObject({
    port: 2525,
    secure: false,
  });
});

test('The address has no slash at its end', () => {
  expect(parseSettings({ BASE_URL: 'https://portico.example.com/' }).baseUrl).toBe(
    'https://portico.example.com',
  );
});

test('Hosts that mail may reach are a list', () => {
  expect(
    parseSettings({ MAIL_PRIVATE_HOSTS: 'mail.internal, 10.0.0.25,' }).mailPrivateHosts,
  ).toEqual(['mail.internal', '10.0.0.25']);
});

test.for<[string, Variables, string]>([
  ['a port that is no number', { PORT: 'http' }, 'PORT must be a whole number.'],
  ['a port that does not exist', { PORT: '70000' }, 'PORT must be between 1 and 65535.'],
  [
    'an address without a scheme',
    { BASE_URL: 'portico.example.com' },
    'BASE_URL must be an address that begins with http:// or https://.',
  ],
  [
    'an address with a path',
    { BASE_URL: 'https://example.com/portico' },
    'BASE_URL must have no path.',
  ],
  [
    'a database of another kind',
    { DATABASE_URL: 'mysql://db/portico', PORTICO_SECRET: SECRET },
    'DATABASE_URL must be an address that begins with postgresql:// or postgres://.',
  ],
  [
    'an own database without a secret',
    { DATABASE_URL: URL },
    'PORTICO_SECRET is missing: with a DATABASE_URL of your own, set it to at least 32 random characters ("openssl rand -base64 32").',
  ],
  [
    'a short secret',
    { PORTICO_SECRET: 'secret' },
    'PORTICO_SECRET must have at least 32 characters; "openssl rand -base64 32" makes one.',
  ],
  [
    'a mail server without a sender',
    { SMTP_HOST: 'smtp.example.com' },
    'SMTP is half set: SMTP_FROM is missing.',
  ],
  [
    'a mail port alone',
    { SMTP_PORT: '587' },
    'SMTP is half set: SMTP_HOST and SMTP_FROM are missing.',
  ],
  [
    'a mail user without a password',
    { SMTP_HOST: 'h', SMTP_FROM: 'a@b.example', SMTP_USER: 'u' },
    'SMTP is half set: SMTP_USER and SMTP_PASSWORD belong together, SMTP_PASSWORD is missing.',
  ],
  [
    'a sender that is no address',
    { SMTP_HOST: 'h', SMTP_FROM: 'Portico' },
    'SMTP_FROM must be an e-mail address, or a name and an address: Portico <mail@example.com>.',
  ],
  ['a yes that is neither', { TRUST_PROXY: 'maybe' }, 'TRUST_PROXY must be 1 or 0.'],
  ['an unknown level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of debug, info, warn, error.'],
  [
    'a stand-in for Stripe elsewhere',
    { STRIPE_API_BASE: 'https://stripe.example.com' },
    'STRIPE_API_BASE may only name this machine; it is for the demo and for tests.',
  ],
  [
    'half a simulation',
    { SIMULATED_MAILBOX_URL: 'http://127.0.0.1:3002' },
    'SIMULATED_MAILBOX_URL and SIMULATED_STRIPE_URL belong together; one is missing.',
  ],
])('A start is refused in one sentence for %s', ([, variables, sentence]) => {
  expect(() => parseSettings(variables)).toThrow(
    expect.objectContaining({ name: 'PlainError', message: sentence }),
  );
});

test('Several mistakes are told together, one a line', () => {
  expect(() => parseSettings({ PORT: 'x', SIGN_UP: 'x' })).toThrow(
    'PORT must be a whole number.\nSIGN_UP must be 1 or 0.',
  );
});
