import { isDeepStrictEqual } from 'node:util';
import { Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { Business, Prisma } from '@/lib/db/generated/client';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import { CLIENT_FIELDS } from './client-fields';

type Fields = Pick<
  Prisma.BusinessUncheckedUpdateInput,
  Exclude<keyof Business, 'id' | 'slug' | 'version' | 'createdAt'>
>;

/**
 * Writes some fields of the business if nobody has saved since the form was made, and remembers what changed.
 * The one way in for every settings form that edits the business itself.
 */
export async function saveBusiness(
  ctx: StaffContext,
  { version, ...fields }: Fields & { version: number },
): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const before = await tx.business.findUniqueOrThrow({ where: { id: ctx.business.id } });
    const names = Object.keys(fields) as (keyof Business & keyof Fields)[];
    if (before.version !== version) {
      const by = await lastDeedBy(tx, ctx, { kinds: ['business.updated', 'business.created'] });
      throw new Stale(asTyped(before, names), by, before.version);
    }
    const changed = names.filter((name) => !isDeepStrictEqual(before[name], fields[name]));
    if (changed.length === 0) return;
    await tx.business.update({
      where: { id: ctx.business.id },
      data: { ...fields, version: { increment: 1 } },
      select: { id: true },
    });
    const changes = changed.map((name) => [name, [before[name] ?? null, fields[name] ?? null]]);
    recordEvent(tx, ctx, {
      kind: 'business.updated',
      data: { changes: Object.fromEntries(changes) },
    });
  });
}

/** Stored columns under the names and values of the form fields that set them, to be shown beside the typed ones. */
function asTyped(stored: Business, names: readonly (keyof Business)[]): Record<string, string> {
  const tick = (on: boolean) => (on ? 'on' : '');
  const fields = names.flatMap((name): [string, string][] => {
    const value = stored[name];
    if (name === 'pricesIncludeTax') return [[name, value ? 'gross' : 'net']];
    if (name === 'requiredClientFields') {
      return CLIENT_FIELDS.map((field) => [
        field,
        tick(stored.requiredClientFields.includes(field)),
      ]);
    }
    return [[name, typeof value === 'boolean' ? tick(value) : String(value ?? '')]];
  });
  return Object.fromEntries(fields);
}
