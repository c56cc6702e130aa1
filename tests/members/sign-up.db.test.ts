import { beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/auth/password';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { forgetEnv } from '@/lib/env/env';
import { installJobs } from '@/lib/jobs/boss';
import { businessesOf, isFirstRun } from '@/lib/members/queries';
import { signUp } from '@/lib/members/sign-up';
import { testDatabase } from '../support/database';
import { NOW, owner } from './world';

const input = {
  businessName: 'Larkfield',
  country: 'GB',
  locale: 'en' as const,
  currency: 'GBP',
  timeZone: 'Europe/London',
  personName: 'Mona Larkfield',
  email: 'mona@larkfield.example',
  newPassword: 'seven quiet herons',
};

beforeAll(() => installJobs(testDatabase()));

describe('The first run', () => {
  test('of eight people who open a new instance at once, exactly one becomes its owner when sign-up is off', async () => {
    expect(await isFirstRun()).toBe(true);
    process.env.SIGN_UP = '0';
    forgetEnv();
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        signUp({ ...input, email: `first${n}@example.com` }, NOW),
      ),
    );
    process.env.SIGN_UP = '1';
    forgetEnv();
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    expect(await unscopedDb().user.count()).toBe(1);
    expect(await unscopedDb().business.count()).toBe(1);
    expect(await isFirstRun()).toBe(false);
  }, 60_000);
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
        signUp({ ...input, businessName: 'Harbour Lane', email: `same${n}@example.com` }, NOW),
      ),
    );
    const slugs = made.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(6);
    expect(slugs).toContain('harbour-lane');
    for (const slug of slugs) expect(slug).toMatch(/^harbour-lane(-[a-z0-9]{5})?$/);
  }, 60_000);

  test('refuses an address that has an account, beside the field, and makes nothing', async () => {
    await signUp({ ...input, email: 'twice@example.com' }, NOW);
    const before = await unscopedDb().business.count();
    await expect(signUp({ ...input, email: 'twice@example.com' }, NOW)).rejects.toMatchObject({
      key: 'auth.signUp.haveAccount',
      field: 'email',
    });
    expect(await unscopedDb().business.count()).toBe(before);
  });

  test('keeps the password only as an argon2id hash', async () => {
    await signUp({ ...input, email: 'hash@example.com' }, NOW);
    const user = await unscopedDb().user.findUniqueOrThrow({
      where: { email: 'hash@example.com' },
    });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword('seven quiet herons', user.passwordHash)).toBe(true);
    expect(await businessesOf(user.id)).toHaveLength(1);
    expect(await businessesOf(newId())).toEqual([]);
  });
});
