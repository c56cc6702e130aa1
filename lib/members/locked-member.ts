import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';

/** The lock on the business makes two owners who remove each other come one after the other. */
export async function lockedMember(tx: ScopedTx, ctx: StaffContext, userId: string) {
  await tx.lock('Business', ctx.business.id);
  const member = await tx.membership.findUnique({
    where: { businessId_userId: { businessId: ctx.business.id, userId } },
    select: { role: true, version: true, user: { select: { name: true } } },
  });
  if (!member) throw new Missing();
  return { role: member.role, version: member.version, name: member.user.name };
}

/** Refuses to leave the business without an owner. Call it under that lock. */
export async function keepAnOwner(tx: ScopedTx): Promise<void> {
  if ((await tx.membership.count({ where: { role: 'OWNER' } })) < 2) {
    throw new Refused('members.errors.lastOwner');
  }
}
