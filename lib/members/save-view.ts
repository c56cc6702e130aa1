import { Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { SavedViewInput } from './saved-view-schema';

const MOST = 12;

/**
 * Keeps filters of a list for the person who asks, and for nobody else. A name they have used for the same list already
 * gets the new filters. Refuses more than a row of tabs can hold. No event: a person's own tabs are no business of others.
 */
export async function saveView(ctx: StaffContext, input: SavedViewInput): Promise<void> {
  const { id, list, name, query } = input;
  const userId = ctx.user.id;
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const views = await tx.savedView.findMany({ where: { userId, list } });
    if (views.some((view) => view.id === id)) return;
    const same = views.find((view) => view.name === name);
    if (same) {
      await tx.savedView.update({ where: ctx.key(same.id), data: { query } });
      return;
    }
    if (views.length >= MOST) throw new Refused('members.views.tooMany', { most: MOST }, 'name');
    await tx.savedView.create({
      data: { businessId: ctx.business.id, id, userId, list, name, query, createdAt: ctx.now() },
    });
  });
}
