import type { StaffContext } from '@/lib/auth/context';

/** How the effect keys of all mails of one round of sending begin. */
export const roundPrefix = (formId: string) => `send:${formId}:`;

/** Holds every mail of a round that has not left until `until`, the earlier ones too, so that one Undo serves them all. */
export async function holdRound(ctx: StaffContext, formId: string, until: Date): Promise<void> {
  await ctx.db.message.updateMany({
    where: { effectKey: { startsWith: roundPrefix(formId) }, state: 'WAITING' },
    data: { sendAfter: until },
  });
}
