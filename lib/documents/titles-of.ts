import type { StaffContext } from '@/lib/auth/context';

/** What each document is about: its title, else its first line, by id. Without either it is not among them. */
export async function titlesOf(
  ctx: Pick<StaffContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.document.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      title: true,
      lines: { orderBy: { position: 'asc' }, take: 1, select: { description: true } },
    },
  });
  return new Map(
    rows.flatMap(({ id, title, lines }) => {
      const about = title || lines[0]?.description;
      return about ? [[id, about] as const] : [];
    }),
  );
}
