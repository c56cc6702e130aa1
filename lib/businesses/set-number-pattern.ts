import { z } from 'zod';
import { Missing, Refused, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { DocumentKind } from '@/lib/db/generated/enums';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import { line, version } from '@/lib/forms/fields';
import { takenNumber } from '@/lib/lists/taken-number';
import { aroundRun, patternProblem, periodOf } from './number-pattern';

export const numberPatternInput = z.strictObject({
  kind: z.enum(DocumentKind),
  pattern: line(40).superRefine((pattern, ctx) => {
    const problem = patternProblem(pattern);
    if (!problem) return;
    ctx.addIssue({ code: 'custom', message: `settings.errors.${problem}` });
  }),
  version,
});

/**
 * Sets how the numbers of one kind of document look from now on. Issued numbers stay. Refused when a number to come
 * would be one that is already given in the period of today.
 */
export async function setNumberPattern(
  ctx: StaffContext,
  input: z.output<typeof numberPatternInput>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const series = await tx.numberSeries.findFirst({ where: { kind: input.kind } });
    if (!series) throw new Missing();
    if (series.version !== input.version) {
      const about = { numbering: input.kind };
      const by = await lastDeedBy(tx, ctx, { kinds: ['business.updated'], about });
      throw new Stale({ pattern: series.pattern }, by, series.version);
    }
    if (series.pattern === input.pattern) return;
    const period = periodOf(input.pattern, ctx.today());
    // Numbers are taken under this lock: none is given between the check and the change.
    await tx.lock('NumberSeries', series.id);
    const key = { businessId: ctx.business.id, seriesId: series.id, period };
    const counter = await tx.numberCounter.findUnique({
      where: { businessId_seriesId_period: key },
      select: { lastNumber: true },
    });
    const [before, after] = aroundRun(input.pattern, ctx.today());
    const beyond = counter?.lastNumber ?? 0;
    const taken = await takenNumber(tx, ctx.business.id, input.kind, { before, after, beyond });
    if (taken) throw new Refused('settings.numbering.collides', { number: taken }, 'pattern');
    await tx.numberSeries.update({
      where: ctx.key(series.id),
      data: { pattern: input.pattern, version: { increment: 1 } },
      select: { id: true },
    });
    recordEvent(tx, ctx, {
      kind: 'business.updated',
      data: { numbering: input.kind, pattern: [series.pattern, input.pattern] },
    });
  });
}
