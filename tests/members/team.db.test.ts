import { describe, expect, test } from 'vitest';
import { signId } from '@/lib/auth/secrets';
import { findStaffSession, startStaffSession } from '@/lib/auth/staff-session';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { acceptInvitation, findInvitation, joinAsNewPerson } from '@/lib/members/accept-invitation';
import { changeRole } from '@/lib/members/change-role';
import { inviteMember } from '@/lib/members/invite-member';
import { listInvitations, listMembers } from '@/lib/members/queries';
import { removeMember } from '@/lib/members/remove-member';
import { resendInvitation } from '@/lib/members/resend-invitation';
import { revokeInvitation } from '@/lib/members/revoke-invitation';
import { colleague, contextOf, NOW, owner } from './world';

const WEEK = 7 * 86_400_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);

let count = 0;
async function invited(role: 'MANAGER' | 'ACCOUNTANT' = 'MANAGER') {
  const ctx = await owner(`Owner ${++count}`);
  const id = newId();
  const email = `invited${count}@example.com`;
  await inviteMember(ctx, { id, email, role, locale: 'ar' });
  return { ctx, id, email, token: signId('invitation', id) };
}

describe('An invitation', () => {
  test('brings a new person in with the invited role and language, once', async () => {
    const { ctx, email, token } = await invited('ACCOUNTANT');
    const found = await findInvitation(token, NOW);
    expect(found).toMatchObject({ email, role: 'ACCOUNTANT', known: false });
    const input = { token, name: 'Rami Saleh', newPassword: 'three green ladders' };
    const answers = await Promise.allSettled([
      joinAsNewPerson(input, NOW),
      joinAsNewPerson(input, NOW),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const joined = await contextOf(email, ctx.business.slug);
    expect(joined).toMatchObject({
      role: 'ACCOUNTANT',
      user: { name: 'Rami Saleh', locale: 'ar' },
    });
    expect(joined.may('invoices.read')).toBe(true);
    expect(joined.may('invoices.write')).toBe(false);
    expect(await findInvitation(token, NOW)).toBeNull();
    const kinds = (await ctx.db.event.findMany({ orderBy: { seq: 'asc' } })).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['business.created', 'member.invited', 'member.joined']);
  });

  test('is taken up by the account with that very address and by no other', async () => {
    const { ctx, email, token } = await invited();
    const stranger = await owner(`Stranger ${count}`);
    await expect(acceptInvitation(stranger.user, token, NOW)).rejects.toMatchObject({
      key: 'members.errors.otherAddress',
    });
    const id = newId();
    await unscopedDb().user.create({
      data: { id, email, name: 'Known', passwordHash: '-', locale: 'en', createdAt: NOW },
    });
    await expect(
      joinAsNewPerson({ token, name: 'Thief', newPassword: 'three green ladders' }, NOW),
    ).rejects.toMatchObject({ key: 'members.errors.haveAccount' });
    const { slug } = await acceptInvitation({ id, name: 'Known', email }, token, NOW);
    expect(slug).toBe(ctx.business.slug);
    expect(await listMembers(ctx)).toHaveLength(2);
  });

  test('leaves whoever has joined meanwhile the role they have', async () => {
    const { ctx, email, token } = await invited();
    const id = newId();
    const joined = { userId: id, role: 'OWNER', createdAt: NOW } as const;
    await unscopedDb().user.create({
      data: { id, email, name: 'Known', passwordHash: '-', locale: 'en', createdAt: NOW },
    });
    await unscopedDb().membership.create({ data: { businessId: ctx.business.id, ...joined } });
    await acceptInvitation({ id, name: 'Known', email }, token, NOW);
    expect(await contextOf(email, ctx.business.slug)).toMatchObject({ role: 'OWNER' });
  });

  test('dies after seven days, lives again when it is sent again, and dies at once when taken back', async () => {
    const { ctx, id, email, token } = await invited();
    expect(await findInvitation(token, later(WEEK - 1))).not.toBeNull();
    expect(await findInvitation(token, later(WEEK))).toBeNull();
    const nextWeek = await contextOf(ctx.user.email, ctx.business.slug, later(WEEK));
    await resendInvitation(nextWeek, { id });
    expect(await findInvitation(token, later(WEEK + 1))).not.toBeNull();
    await revokeInvitation(ctx, { id });
    expect(await findInvitation(token, NOW)).toBeNull();
    await expect(resendInvitation(ctx, { id })).rejects.toMatchObject({
      key: 'members.errors.invitationClosed',
    });
    await expect(
      joinAsNewPerson({ token, name: 'Late', newPassword: 'three green ladders' }, NOW),
    ).rejects.toMatchObject({ key: 'members.errors.invitationDead' });
    expect(await unscopedDb().user.count({ where: { email } })).toBe(0);
  });

  test('with a forged or foreign token is no invitation', async () => {
    const { id } = await invited();
    for (const token of [
      '',
      'x',
      signId('reset', id),
      signId('link', id),
      signId('invitation', newId()),
    ]) {
      expect(await findInvitation(token, NOW)).toBeNull();
    }
  });

  test('is refused to a member, to somebody already invited, and after five mails a day', async () => {
    const { ctx, email } = await invited();
    const again = { id: newId(), email, role: 'MEMBER', locale: 'en' } as const;
    await expect(inviteMember(ctx, again)).rejects.toMatchObject({
      key: 'members.errors.alreadyInvited',
    });
    await expect(inviteMember(ctx, { ...again, email: ctx.user.email })).rejects.toMatchObject({
      key: 'members.errors.alreadyMember',
    });
    const [open] = await listInvitations(ctx);
    if (!open) throw new Error('no invitation');
    for (let n = 0; n < 3; n++) await resendInvitation(ctx, { id: open.id });
    await expect(resendInvitation(ctx, { id: open.id })).rejects.toMatchObject({
      key: 'members.errors.tooManyMails',
    });
  });

  test('of another business is as good as none', async () => {
    const { id } = await invited();
    const stranger = await owner(`Stranger ${++count}`);
    await expect(resendInvitation(stranger, { id })).rejects.toThrow('missing');
    await expect(revokeInvitation(stranger, { id })).rejects.toThrow('missing');
  });
});

describe('The team', () => {
  test('never loses its last owner, though two owners remove and demote each other at once', async () => {
    const first = await owner(`Owner ${++count}`);
    const second = await colleague(first, `Second ${count}`, 'OWNER');
    const answers = await Promise.allSettled([
      removeMember(first, { userId: second.user.id }),
      changeRole(second, { userId: first.user.id, role: 'MEMBER', version: 1 }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await first.db.membership.count({ where: { role: 'OWNER' } })).toBe(1);
  });

  test('keeps a single owner in place', async () => {
    const ctx = await owner(`Owner ${++count}`);
    const self = { userId: ctx.user.id };
    const lastOwner = { key: 'members.errors.lastOwner' };
    await expect(removeMember(ctx, self)).rejects.toMatchObject(lastOwner);
    await expect(changeRole(ctx, { ...self, role: 'MANAGER', version: 1 })).rejects.toMatchObject(
      lastOwner,
    );
  });

  test('sees a stale change of role as a conflict', async () => {
    const ctx = await owner(`Owner ${++count}`);
    const other = await colleague(ctx, `Other ${count}`, 'MEMBER');
    const userId = other.user.id;
    await changeRole(ctx, { userId, role: 'MANAGER', version: 1 });
    await expect(changeRole(ctx, { userId, role: 'OWNER', version: 1 })).rejects.toMatchObject({
      name: 'Stale',
      theirs: { role: 'MANAGER' },
      // Who changed it, not whose role it is.
      changedBy: ctx.user.name,
      version: 2,
    });
  });

  test('of another business cannot be touched', async () => {
    const ctx = await owner(`Owner ${++count}`);
    const stranger = await owner(`Stranger ${count}`);
    const userId = ctx.user.id;
    await expect(removeMember(stranger, { userId })).rejects.toThrow('missing');
    await expect(changeRole(stranger, { userId, role: 'MEMBER', version: 1 })).rejects.toThrow(
      'missing',
    );
    expect(await listMembers(stranger)).toHaveLength(1);
  });

  test('loses a removed member with the next request, while their sign-in goes on elsewhere', async () => {
    const ctx = await owner(`Owner ${++count}`);
    const other = await colleague(ctx, `Other ${count}`, 'MANAGER');
    const token = await startStaffSession(other.user.id, { userAgent: '', address: '' }, NOW);
    await removeMember(ctx, { userId: other.user.id });
    expect(await findStaffSession(token, NOW)).not.toBeNull();
    await expect(contextOf(other.user.email, ctx.business.slug)).rejects.toThrow();
  });
});
