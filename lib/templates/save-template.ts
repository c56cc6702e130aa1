import type { z } from 'zod';
import { Refused, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import type { templateInput } from './schema';
import { unknownVariables } from './variables';

/**
 * Keeps the owner's own words for a mail in one language. Refuses variables that the mail does not have, beside the
 * field they stand in, and a save over somebody else's newer words.
 */
export async function saveTemplate(
  ctx: StaffContext,
  input: z.output<typeof templateInput>,
): Promise<void> {
  const { kind, locale, version, subject, body } = input;
  for (const [field, text] of Object.entries({ subject, body })) {
    const unknown = unknownVariables(kind, text);
    if (unknown.length > 0) {
      throw new Refused('templates.errors.unknown', { names: ctx.f.list(unknown) }, field);
    }
  }
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const before = await tx.mailTemplate.findFirst({ where: { kind, locale, partyId: null } });
    if ((before?.version ?? 0) !== version) {
      const theirs: Record<string, string> = before
        ? { subject: before.subject, body: before.body }
        : {};
      const about = { mail: kind, locale };
      const by = await lastDeedBy(tx, ctx, { kinds: ['template.changed'], about });
      throw new Stale(theirs, by, before?.version ?? 0);
    }
    if (before?.subject === subject && before.body === body) return;
    const words = { subject, body, updatedAt: ctx.now() };
    if (before) {
      await tx.mailTemplate.update({
        where: ctx.key(before.id),
        data: { ...words, version: { increment: 1 } },
      });
    } else {
      await tx.mailTemplate.create({
        data: { businessId: ctx.business.id, id: newId(), kind, locale, partyId: null, ...words },
      });
    }
    recordEvent(tx, ctx, { kind: 'template.changed', data: { mail: kind, locale } });
  });
}
