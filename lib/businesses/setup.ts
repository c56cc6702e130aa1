import type { StaffContext } from '@/lib/auth/context';
import { env } from '@/lib/env/env';
import type { Permission } from '@/lib/permissions/permissions';
import { missingParts } from '@/lib/places/address';

const STEPS = ['address', 'logo', 'bank', 'mail', 'stripe'] as const;
export type SetupStepName = (typeof STEPS)[number];

/** One line of the set-up list. Words: `setup.steps.<name>.title` and `setup.steps.<name>.hint`. */
export type SetupStep = {
  name: SetupStepName;
  state: 'done' | 'now' | 'left';
  /** Where it is done, or null for a role that may not. */
  href: string | null;
};

const NEEDS: Record<SetupStepName, Permission> = {
  address: 'settings.write',
  logo: 'settings.write',
  bank: 'settings.write',
  mail: 'settings.connections',
  stripe: 'settings.connections',
};

/** The short list after the first run: nothing in it blocks work; the first open one is "now". */
export async function setupSteps(ctx: StaffContext): Promise<SetupStep[]> {
  const { business } = ctx;
  const [mailServer, stripe] = await Promise.all([
    ctx.db.mailServer.count(),
    ctx.db.stripeConnection.count(),
  ]);
  const done: Record<SetupStepName, boolean> = {
    address: missingParts(business).length === 0 && business.taxId !== '',
    logo: business.logoHash !== null,
    bank: business.bankIban !== '' || business.bankAccountNumber !== '',
    mail: mailServer > 0 || env().smtp !== null,
    stripe: stripe > 0,
  };
  const base = `/b/${business.slug}/settings`;
  const links: Record<SetupStepName, string> = {
    address: base,
    logo: `${base}/branding`,
    bank: `${base}/bank`,
    mail: `${base}/mail`,
    stripe: `${base}/payments`,
  };
  const now = STEPS.find((name) => !done[name]);
  return STEPS.map((name) => ({
    name,
    state: done[name] ? 'done' : name === now ? 'now' : 'left',
    href: ctx.may(NEEDS[name]) ? links[name] : null,
  }));
}
