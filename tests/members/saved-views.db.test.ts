import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { removeMember } from '@/lib/members/remove-member';
import { removeView } from '@/lib/members/remove-view';
import { saveView } from '@/lib/members/save-view';
import { savedViewInput } from '@/lib/members/saved-view-schema';
import { savedViews } from '@/lib/members/saved-views';
import { makeBusiness, makeMember } from '@/prisma/seed/builders';

let ctx: StaffContext;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
});

const view = (given: object = {}) =>
  savedViewInput.parse({
    id: newId(),
    list: 'CLIENTS',
    name: 'Bath, owing',
    query: 'view=owing&city=Bath',
    ...given,
  });
const names = async (of = ctx, list: 'CLIENTS' | 'INVOICES' = 'CLIENTS') =>
  (await savedViews(of, list)).map(({ name }) => name);

describe('A saved view', () => {
  it('is a tab of one list, for the one who saved it', async () => {
    const colleague = await makeMember(ctx, 'MEMBER');
    await saveView(ctx, view({ query: 'view=owing&city=Bath&page=o.x.y' }));
    expect(await savedViews(ctx, 'CLIENTS')).toMatchObject([
      { name: 'Bath, owing', query: 'view=owing&city=Bath' },
    ]);
    expect(await names(ctx, 'INVOICES')).toEqual([]);
    expect(await names(colleague)).toEqual([]);
    expect(await names((await makeBusiness()).ctx)).toEqual([]);
  });

  it('is one tab however often the same form is sent, and takes new filters under the same name', async () => {
    const input = view();
    await Promise.all([saveView(ctx, input), saveView(ctx, input)]);
    await saveView(ctx, view({ query: 'city=Bath' }));
    expect(await savedViews(ctx, 'CLIENTS')).toMatchObject([{ query: 'city=Bath' }]);
  });

  it('has a name, and there are no more of them than fit', async () => {
    expect(savedViewInput.safeParse({ ...view(), name: ' ' }).success).toBe(false);
    for (let n = 1; n <= 12; n++) await saveView(ctx, view({ name: `View ${n}` }));
    await expect(saveView(ctx, view())).rejects.toMatchObject({ field: 'name' });
  });

  it('is removed by its owner alone, and goes with them when they leave', async () => {
    const colleague = await makeMember(ctx, 'MEMBER');
    const theirs = view({ name: 'Theirs' });
    await saveView(colleague, theirs);
    await removeView(ctx, { id: theirs.id });
    expect(await names(colleague)).toEqual(['Theirs']);
    await removeMember(ctx, { userId: colleague.user.id });
    expect(await names(colleague)).toEqual([]);
  });
});
