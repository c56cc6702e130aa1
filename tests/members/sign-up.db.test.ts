import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/auth/password';
import { signId } from '@/lib/auth/secrets';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { forgetEnv } from '@/lib/env/env';
import { type Mailbox, startMailbox } from '@/lib/mail/mailbox/server';
import { firstSignUp } from '@/lib/members/first-sign-up';
import { sendAccountMail } from '@/lib/members/jobs';
import { businessesOf, isFirstRun } from '@/lib/members/queries';
import { requestSignUp } from '@/lib/members/request-sign-up';
import { findSignUp, signUp } from '@/lib/members/sign-up';
import { NOW, owner, signUpToken } from './world';

const business = {
  businessName: 'Larkfield',
  country: 'GB',
  locale: 'en' as const,
  currency: 'GBP',
  timeZone: 'Europe/London',
  personName: 'Mona Larkfield',
  newPassword: 'seven quiet herons',
};
const HOUR = 3_600_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);

let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await startMailbox();
  process.env.SMTP_HOST = mailbox.smtp.host;
  process.env.SMTP_PORT = String(mailbox.smtp.port);
  process.env.SMTP_FROM = 'Portico <mail@portico.test>';
  forgetEnv();
});
afterAll(() => mailbox.close());

async function withSignUp<R>(value: '0' | '1', work: () => Promise<R>): Promise<R> {
  process.env.SIGN_UP = value;
  forgetEnv();
  try {
    return await work();
  } finally {
    process.env.SIGN_UP = '1';
    forgetEnv();
  }
}

const signedUp = async (email: string, given: Partial<typeof business> = {}) =>
  signUp({ ...business, ...given, token: await signUpToken(email) }, NOW);

describe('The first run', () => {
  const open = (value: '0' | '1') =>
    withSignUp(value, () =>
      Promise.allSettled(
        Array.from({ length: 8 }, (_, n) =>
          firstSignUp({ ...business, email: `first${n}@example.com` }, NOW),
        ),
      ),
    );
  const made = (answers: { status: string }[]) =>
    answers.filter(({ status }) => status === 'fulfilled').length;

  test('of eight people who open a new instance at once, one becomes its owner, though others may not sign up', async () => {
    expect(await isFirstRun()).toBe(true);
    expect(made(await open('0'))).toBe(1);
    expect(await isFirstRun()).toBe(false);
    expect(await unscopedDb().user.count()).toBe(1);
    expect(await unscopedDb().business.count()).toBe(1);
  }, 60_000);

  test('is over once somebody is there, though others may sign up', async () => {
    expect(made(await open('1'))).toBe(0);
    expect(await unscopedDb().user.count()).toBe(1);
  }, 60_000);
});

describe('Asking to sign up', () => {
  beforeEach(() => mailbox.clear());

  /** Asks, does the work of the queue, and returns what arrived. */
  async function asked(email: string, locale: 'en' | 'ar' = 'en') {
    const now = new Date();
    expect(await requestSignUp({ email, locale }, now)).toBeUndefined();
    const request = await unscopedDb().signUpRequest.findFirstOrThrow({
      where: { email },
      orderBy: { id: 'desc' },
    });
    await sendAccountMail({ kind: 'sign-up', id: request.id });
    const mails = await mailbox.messages();
    expect(mails).toHaveLength(1);
    return { mail: mails[0], now };
  }

  test('mails a new address, in the language asked in, a link that leads on to the form', async () => {
    const { mail, now } = await asked('new@larkfield.example', 'ar');
    expect(mail?.envelope.to).toEqual(['new@larkfield.example']);
    expect(mail?.text).toMatch(/\p{Script=Arabic}/u);
    const token = /\/sign-up\/([\w-]{64})/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(await findSignUp(token, now)).toEqual({
      email: 'new@larkfield.example',
      hasAccount: false,
    });
    const { slug, email } = await signUp({ ...business, token }, now);
    expect(email).toBe('new@larkfield.example');
    const user = await unscopedDb().user.findUniqueOrThrow({ where: { email } });
    expect((await businessesOf(user.id)).map((one) => one.slug)).toEqual([slug]);
    const messages = await unscopedDb().message.count();
    expect(messages, 'an account mail is in no outbox').toBe(0);
  });

  test('mails a known address the ways in, in its owner’s language, and no link to the form', async () => {
    await signedUp('known@larkfield.example');
    const { mail } = await asked('known@larkfield.example', 'ar');
    expect(mail?.text).toContain('Hello Mona Larkfield');
    expect(mail?.text).toMatch(/\/sign-in\n/);
    expect(mail?.text).toMatch(/\/forgotten-password\n/);
    expect(mail?.text).not.toContain('/sign-up/');
  });

  test('leaves the same rows and the same job for both, and decides only when the mail is written', async () => {
    await signedUp('there@larkfield.example');
    const now = new Date();
    for (const email of ['there@larkfield.example', 'nobody@larkfield.example']) {
      await requestSignUp({ email, locale: 'en' }, now);
    }
    const rows = await unscopedDb().signUpRequest.findMany({
      where: { createdAt: now },
      select: { locale: true, createdAt: true, expiresAt: true, usedAt: true },
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
  });

  test('mails one address three times an hour at most, whoever asks', async () => {
    const email = 'flood@larkfield.example';
    for (let n = 0; n < 6; n++) await requestSignUp({ email, locale: 'en' }, NOW);
    expect(await unscopedDb().signUpRequest.count({ where: { email } })).toBe(3);
  });

  test('is not there where the instance takes no strangers, and a link mailed before is worth nothing', async () => {
    const token = await signUpToken('late@larkfield.example');
    await withSignUp('0', async () => {
      const asking = requestSignUp({ email: 'late@larkfield.example', locale: 'en' }, NOW);
      await expect(asking).rejects.toMatchObject({ name: 'Missing' });
      await expect(signUp({ ...business, token }, NOW)).rejects.toMatchObject({ name: 'Missing' });
    });
  });
});

describe('The mailed link', () => {
  test('works once, however many press at the same moment', async () => {
    const token = await signUpToken('once@example.com');
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => signUp({ ...business, token }, NOW)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await findSignUp(token, NOW)).toBeNull();
  });

  test('works for a day, and opening it changes nothing', async () => {
    const token = await signUpToken('day@example.com');
    for (let n = 0; n < 3; n++) expect(await findSignUp(token, NOW)).not.toBeNull();
    expect(await findSignUp(token, later(24 * HOUR))).toBeNull();
    await expect(signUp({ ...business, token }, later(24 * HOUR))).rejects.toMatchObject({
      key: 'auth.reset.dead',
    });
    await signUp({ ...business, token }, later(24 * HOUR - 1));
  });

  test('is no token of another kind and no made-up one', async () => {
    await signUpToken('kinds@example.com');
    const { id } = await unscopedDb().signUpRequest.findFirstOrThrow({
      where: { email: 'kinds@example.com' },
    });
    for (const token of ['', signId('reset', id), signId('link', id), signId('sign-up', newId())]) {
      expect(await findSignUp(token, NOW)).toBeNull();
      await expect(signUp({ ...business, token }, NOW)).rejects.toMatchObject({
        key: 'auth.reset.dead',
      });
    }
  });

  test('makes nothing when its address has got an account meanwhile', async () => {
    const token = await signUpToken('twice@example.com');
    await signedUp('twice@example.com');
    const before = await unscopedDb().business.count();
    expect(await findSignUp(token, NOW)).toMatchObject({ hasAccount: true });
    await expect(signUp({ ...business, token }, NOW)).rejects.toMatchObject({
      key: 'auth.signUp.haveAccount',
    });
    expect(await unscopedDb().business.count()).toBe(before);
  });
});

describe('Signing up', () => {
  test('makes the person the owner of a business with tax rates, number series and a first event', async () => {
    const ctx = await owner('Greta Lindqvist', { country: 'DE', currency: 'EUR', locale: 'en' });
    expect(ctx.role).toBe('OWNER');
    const rates = await ctx.db.taxRate.findMany({ orderBy: { position: 'asc' } });
    expect(rates.filter((rate) => rate.isDefault)).toHaveLength(1);
    expect(rates[0]).toMatchObject({ isDefault: true, category: 'STANDARD' });
    expect(rates[0]?.rate.toString()).toBe('19');
    const series = await ctx.db.numberSeries.findMany({ orderBy: { kind: 'asc' } });
    expect(series.map(({ pattern }) => pattern).sort()).toEqual([
      'CN-{YYYY}-{0000}',
      'EST-{YYYY}-{0000}',
      'INV-{YYYY}-{0000}',
    ]);
    const events = await ctx.db.event.findMany();
    expect(events).toMatchObject([
      { kind: 'business.created', actorName: 'Greta Lindqvist', seq: 1n },
    ]);
  });

  test('names the tax rates in the language of the owner', async () => {
    const ctx = await owner('Salma Haddad', { country: 'AE', locale: 'ar', currency: 'AED' });
    const [first] = await ctx.db.taxRate.findMany({ where: { isDefault: true } });
    expect(first?.name).toMatch(/\p{Script=Arabic}/u);
    expect(first?.rate.toString()).toBe('5');
  });

  test('gives businesses of one name addresses of their own, also when they come at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        signedUp(`same${n}@example.com`, { businessName: 'Harbour Lane' }),
      ),
    );
    const slugs = made.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(6);
    expect(slugs).toContain('harbour-lane');
    for (const slug of slugs) expect(slug).toMatch(/^harbour-lane(-[a-z0-9]{5})?$/);
  }, 60_000);

  test('keeps the password only as an argon2id hash', async () => {
    await signedUp('hash@example.com');
    const user = await unscopedDb().user.findUniqueOrThrow({
      where: { email: 'hash@example.com' },
    });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword('seven quiet herons', user.passwordHash)).toBe(true);
    expect(await businessesOf(user.id)).toHaveLength(1);
    expect(await businessesOf(newId())).toEqual([]);
  });
});
