import { authOptions } from '@/lib/auth/auth-options';
import type { StaffContext } from '@/lib/auth/context';
import { makeStaffContext } from '@/lib/auth/make-context';
import { signId } from '@/lib/auth/secrets';
import { unscopedDb } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { newId } from '@/lib/db/new-id';
import { signUp } from '@/lib/members/sign-up';

export const NOW = new Date('2026-03-10T09:00:00Z');

/** The token that a mail to this address would lead on with. */
export async function signUpToken(email: string, now = NOW): Promise<string> {
  const id = newId();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await unscopedDb().signUpRequest.create({
    data: { id, email, locale: 'en', createdAt: now, expiresAt },
  });
  return signId('sign-up', id);
}

/** Somebody who signs up with a business of their own, and the context they work in. */
export async function owner(
  name = 'Nadia Farouk',
  business: Partial<Parameters<typeof signUp>[0]> = {},
): Promise<StaffContext> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  const { slug } = await signUp(
    {
      businessName: 'Tidewater Signs',
      country: 'GB',
      locale: 'en',
      currency: 'GBP',
      timeZone: 'Europe/London',
      personName: name,
      token: await signUpToken(email),
      newPassword: 'harbour lane forty two',
      ...business,
    },
    NOW,
  );
  return contextOf(email, slug);
}

/** A further person of the team, put there without an invitation. */
export async function colleague(
  ctx: StaffContext,
  name: string,
  role: Role,
): Promise<StaffContext> {
  const id = newId();
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  await unscopedDb().user.create({
    data: { id, email, name, passwordHash: '-', locale: 'en', createdAt: NOW },
  });
  await unscopedDb().membership.create({
    data: { businessId: ctx.business.id, userId: id, role, createdAt: NOW },
  });
  return contextOf(email, ctx.business.slug);
}

/** The context as the guard would make it now, read afresh. */
export async function contextOf(email: string, slug: string, at = NOW): Promise<StaffContext> {
  const membership = await unscopedDb().membership.findFirstOrThrow({
    where: { user: { email }, business: { slug } },
    select: {
      role: true,
      business: true,
      user: { select: { id: true, name: true, email: true, locale: true, theme: true } },
    },
  });
  return makeStaffContext({ ...membership, sessionId: newId() }, () => at);
}

type Provider = {
  options: {
    authorize(given: Record<string, string>, request: { headers: object }): Promise<unknown>;
  };
};

/** Signs in as the form does: who it is and their cookie, or null for a wrong address or password. */
export function signIn(email: string, password: string): Promise<unknown> {
  const [provider] = authOptions().providers as unknown as Provider[];
  if (!provider) throw new Error('no way to sign in');
  return provider.options.authorize({ email, password }, { headers: {} });
}
