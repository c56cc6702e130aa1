import { Refused } from '@/lib/actions/refused';
import type { Actor } from '@/lib/auth/context';
import { hashPassword } from '@/lib/auth/password';
import { type PeopleTx, peopleDb, peopleTransact } from '@/lib/auth/people-db';
import { readSignedId } from '@/lib/auth/secrets';
import type { Locale, Role } from '@/lib/db/generated/enums';
import { newId } from '@/lib/db/new-id';

export type FoundInvitation = {
  email: string;
  role: Role;
  locale: Locale;
  expiresAt: Date;
  businessName: string;
  businessSlug: string;
  invitedBy: string;
  /** Whether somebody with this address has an account already. */
  known: boolean;
};

/** The open invitation behind a token; null for one that is used, taken back, expired or forged. */
export async function findInvitation(token: string, now: Date): Promise<FoundInvitation | null> {
  const id = readSignedId('invitation', token);
  if (!id) return null;
  const row = await peopleDb().invitation.findUnique({
    where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: {
      email: true,
      role: true,
      locale: true,
      expiresAt: true,
      createdById: true,
      business: { select: { name: true, slug: true } },
    },
  });
  if (!row) return null;
  const [inviter, invited] = await Promise.all([
    peopleDb().user.findUnique({ where: { id: row.createdById }, select: { name: true } }),
    peopleDb().user.findUnique({ where: { email: row.email }, select: { id: true } }),
  ]);
  const { business, createdById: _, ...facts } = row;
  return {
    ...facts,
    businessName: business.name,
    businessSlug: business.slug,
    invitedBy: inviter?.name ?? business.name,
    known: invited !== null,
  };
}

/** Somebody with an account joins. Refused unless the account has the very address that was invited. */
export async function acceptInvitation(
  user: { id: string; name: string; email: string },
  token: string,
  now: Date,
): Promise<{ slug: string }> {
  return join(token, now, async (_tx, email) => {
    if (user.email !== email)
      throw new Refused('members.errors.otherAddress', { email: user.email });
    return user;
  });
}

/** Somebody new joins: the invitation proves the address, name and password are their own. */
export async function joinAsNewPerson(
  input: { token: string; name: string; newPassword: string },
  now: Date,
): Promise<{ slug: string; email: string }> {
  const passwordHash = await hashPassword(input.newPassword);
  return join(input.token, now, async (tx, email, locale) => {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new Refused('members.errors.haveAccount');
    }
    const id = newId(now.getTime());
    const { name } = input;
    await tx.user.create({ data: { id, email, name, passwordHash, locale, createdAt: now } });
    return { id, name };
  });
}

type Joiner = { id: string; name: string };

async function join(
  token: string,
  now: Date,
  who: (tx: PeopleTx, email: string, locale: Locale) => Promise<Joiner>,
): Promise<{ slug: string; email: string }> {
  const dead = () => new Refused('members.errors.invitationDead');
  const id = readSignedId('invitation', token);
  if (!id) throw dead();
  return peopleTransact(async (tx) => {
    const taken = await tx.invitation.updateManyAndReturn({
      where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
      select: { businessId: true, email: true, role: true, locale: true },
    });
    const invitation = taken[0];
    if (!invitation) throw dead();
    const { businessId, email, role, locale } = invitation;
    const person = await who(tx, email, locale);
    const key = { businessId_userId: { businessId, userId: person.id } };
    await tx.membership.upsert({
      where: key,
      create: { businessId, userId: person.id, role, createdAt: now },
      update: {},
    });
    const business = await tx.business.findUniqueOrThrow({ where: { id: businessId } });
    const actor: Actor = { kind: 'user', id: person.id, name: person.name };
    const joined = { kind: 'member.joined', data: { email, role } } as const;
    await tx.recordEvent({ business, actor, now: () => now }, joined);
    return { slug: business.slug, email };
  });
}
