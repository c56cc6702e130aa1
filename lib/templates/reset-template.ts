import type { z } from 'zod';
import { Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import type { resetTemplateInput } from './schema';

/** Goes back to the built-in words of a mail in one language. Mails already written keep theirs. */
export async function resetTemplate(
  ctx: StaffContext,
  input: z.output<typeof resetTemplateInput>,
): Promise<void> {
  const { kind, locale, version } = input;
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const before = await tx.mailTemplate.findFirst({ where: { kind, locale, partyId: null } });
    if (!before) return;
    if (before.version !== version) {
      const { subject, body } = before;
      const about = { mail: kind, locale };
      const by = await lastDeedBy(tx, ctx, { kinds: ['template.changed'], about });
      throw new Stale({ subject, body }, by, before.version);
    }
    await tx.mailTemplate.delete({ where: ctx.key(before.id) });
    recordEvent(tx, ctx, {
      kind: 'template.changed',
      data: { mail: kind, locale, builtIn: true },
    });
  });
}
