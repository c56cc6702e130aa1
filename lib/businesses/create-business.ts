import type { z } from 'zod';
import { Missing } from '@/lib/actions/refused';
import type { Actor } from '@/lib/auth/context';
import { type PeopleTx, peopleTransact } from '@/lib/auth/people-db';
import { newId } from '@/lib/db/new-id';
import { env } from '@/lib/env/env';
import { businessPreset, taxRatePresets } from './presets';
import type { newBusinessFields } from './schema';
import { slugOf, withSuffix } from './slug';

export type NewBusiness = z.output<typeof newBusinessFields>;

const SERIES = [
  { kind: 'INVOICE', pattern: 'INV-{YYYY}-{0000}' },
  { kind: 'ESTIMATE', pattern: 'EST-{YYYY}-{0000}' },
  { kind: 'CREDIT_NOTE', pattern: 'CN-{YYYY}-{0000}' },
] as const;

/**
 * Makes a business with its owner, the tax rates of its country in the owner's language and its number series.
 * Within a transaction over people, so that signing up is one step.
 */
export async function createBusiness(
  tx: PeopleTx,
  owner: { id: string; name: string },
  input: NewBusiness,
  now: Date,
): Promise<{ id: string; slug: string }> {
  const { businessName, country, locale, currency, timeZone } = input;
  const id = newId(now.getTime());
  const preset = businessPreset(country);
  const business = await tx.business.create({
    data: {
      id,
      slug: await freeSlug(tx, businessName),
      name: businessName,
      legalName: businessName,
      country,
      locale,
      currency,
      timeZone,
      paperSize: preset.paperSize,
      pricesIncludeTax: preset.pricesIncludeTax,
      createdAt: now,
      memberships: { create: { userId: owner.id, role: 'OWNER', createdAt: now } },
      taxRates: {
        create: taxRatePresets(country, locale).map((rate, position) => ({
          ...rate,
          id: newId(now.getTime()),
          position,
        })),
      },
      numberSeries: { create: SERIES.map((series) => ({ ...series, id: newId(now.getTime()) })) },
    },
  });
  const actor: Actor = { kind: 'user', id: owner.id, name: owner.name };
  const founded = { country, locale, currency, timeZone, name: businessName };
  await tx.recordEvent(
    { business, actor, now: () => now },
    { kind: 'business.created', data: founded },
  );
  return { id, slug: business.slug };
}

/** A further business of somebody who is signed in. Missing on an instance that takes no new ones. */
export async function createAnotherBusiness(
  owner: { id: string; name: string },
  input: NewBusiness,
  now: Date,
): Promise<{ id: string; slug: string }> {
  if (!env().signUp) throw new Missing();
  return peopleTransact((tx) => createBusiness(tx, owner, input, now));
}

async function freeSlug(tx: PeopleTx, name: string): Promise<string> {
  const slug = slugOf(name);
  const taken = await tx.business.findUnique({ where: { slug }, select: { id: true } });
  return taken ? withSuffix(slug) : slug;
}
