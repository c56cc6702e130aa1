import type { StaffContext } from '@/lib/auth/context';
import type { Permission } from '@/lib/permissions/permissions';
import { missingParts } from '@/lib/places/address';
import { hasMailRoute } from './mail-route';
import { takesCards } from './takes-cards';

const STEPS = ['address', 'logo', 'bank', 'mail', 'stripe'] as const;
export type SetupStepName = (typeof STEPS)[number];

/** One line of the set-up list. Words: `setup.steps.<name>.title` and `setup.steps.<name>.hint`. */
export type SetupStep = {
  name: SetupStepName;
  state: 'done' | 'now' | 'left';
  /** Where it is done. */
  href: string;
};

const NEEDS: Record<SetupStepName, Permission> = {
  address: 'settings.write',
  logo: 'settings.write',
  bank: 'settings.write',
  mail: 'settings.connections',
  stripe: 'settings.connections',
};

/**
 * The short list after the first run, as far as this person may: nothing in it blocks work; the first open one is "now".
 */
export async function setupSteps(ctx: StaffContext): Promise<SetupStep[]> {
  const { business } = ctx;
  const steps = STEPS.filter((name) => ctx.may(NEEDS[name]));
  if (steps.length === 0) return [];
  const [mail, stripe] = await Promise.all([hasMailRoute(ctx), takesCards(ctx)]);
  const done: Record<SetupStepName, boolean> = {
    address: missingParts(business).length === 0 && business.taxId !== '',
    logo: business.logoHash !== null,
    bank: business.bankIban !== '' || business.bankAccountNumber !== '',
    mail,
    stripe,
  };
  const base = `/b/${business.slug}/settings`;
  const links: Record<SetupStepName, string> = {
    address: base,
    logo: `${base}/branding`,
    bank: `${base}/bank`,
    mail: `${base}/mail`,
    stripe: `${base}/payments`,
  };
  const now = steps.find((name) => !done[name]);
  return steps.map((name) => ({
    name,
    state: done[name] ? 'done' : name === now ? 'now' : 'left',
    href: links[name],
  }));
}
