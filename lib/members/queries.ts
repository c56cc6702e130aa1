import type { StaffContext } from '@/lib/auth/context';
import { peopleDb } from '@/lib/auth/people-db';
import type { Role } from '@/lib/db/generated/enums';

/** A person of the team, as the team page lists them. */
export type Member = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  version: number;
};

/** Everyone who belongs to the business, by name. */
export async function listMembers(ctx: StaffContext): Promise<Member[]> {
  const rows = await ctx.db.membership.findMany({
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    select: {
      userId: true,
      role: true,
      createdAt: true,
      version: true,
      user: { select: { name: true, email: true } },
    },
  });
  return rows.map(({ user, createdAt, ...row }) => ({ ...row, ...user, since: createdAt }));
}

export type OpenInvitation = {
  id: string;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  expired: boolean;
};

/** Invitations nobody has taken up or taken back, the newest first; also those that ran out, so that they can be sent again. */
export async function listInvitations(ctx: StaffContext): Promise<OpenInvitation[]> {
  const rows = await ctx.db.invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: { id: 'desc' },
    take: 200,
    select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
  });
  return rows.map((row) => ({ ...row, expired: row.expiresAt <= ctx.now() }));
}

/** The businesses a person belongs to, by name. */
export async function businessesOf(
  userId: string,
): Promise<{ slug: string; name: string; role: Role }[]> {
  const rows = await peopleDb().membership.findMany({
    where: { userId },
    orderBy: [{ business: { name: 'asc' } }, { businessId: 'asc' }],
    select: { role: true, business: { select: { slug: true, name: true } } },
  });
  return rows.map(({ role, business }) => ({ ...business, role }));
}

/** Whether nobody has signed up yet: the first run. */
export async function isFirstRun(): Promise<boolean> {
  return (await peopleDb().user.findFirst({ select: { id: true } })) === null;
}

/** A person's live sign-ins, the latest first. */
export async function listSessions(userId: string, now: Date) {
  return peopleDb().staffSession.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
  });
}

/** What the profile form starts from. */
export async function findProfile(userId: string) {
  return peopleDb().user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true, locale: true, theme: true, version: true },
  });
}
