import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';

/** The columns that a document is called by. */
export const TITLE = {
  title: true,
  lines: { orderBy: { position: 'asc' }, take: 1, select: { description: true } },
} as const satisfies Prisma.DocumentSelect;

/** What a document is called where there is little room: its title, or what its first line says. */
export function titleOf(document: { title: string; lines: { description: string }[] }): string {
  return document.title || (document.lines[0]?.description ?? '');
}

/** What each document is called, by id. One without title and lines is not among them. */
export async function titlesOf(
  ctx: Pick<StaffContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.document.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ...TITLE },
  });
  const named = rows.map((row) => [row.id, titleOf(row)] as const);
  return new Map(named.filter(([, title]) => title !== ''));
}
