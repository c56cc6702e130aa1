import type { StaffContext } from '@/lib/auth/context';
import type { SavedList } from '@/lib/db/generated/client';

export type SavedViewRow = { id: string; name: string; query: string };

/** The person's own views of a list, the oldest first, as the tabs show them. */
export async function savedViews(ctx: StaffContext, list: SavedList): Promise<SavedViewRow[]> {
  return ctx.db.savedView.findMany({
    where: { userId: ctx.user.id, list },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, query: true },
  });
}
