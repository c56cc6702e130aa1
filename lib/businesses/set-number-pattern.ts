import { z } from 'zod';
import { Missing, Refused, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { DocumentKind } from '@/lib/db/generated/enums';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';
import { line, version } from './fields';
import { aroundRun, patternProblem, periodOf } from './number-pattern';
import { lastChangedBy } from './save-business';

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
 * would be one that is already given.
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
      throw new Stale({ pattern: series.pattern }, await lastChangedBy(tx), series.version);
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
    const taken = await firstCollision(tx, ctx, input, counter?.lastNumber ?? 0);
    if (taken) throw new Refused('settings.numbering.collides', { number: taken }, 'pattern');
    await tx.numberSeries.update({
      where: ctx.key(series.id),
      data: { pattern: input.pattern, version: { increment: 1 } },
      select: { id: true },
    });
    await recordEvent(tx, ctx, {
      kind: 'business.updated',
      data: { numbering: input.kind, pattern: [series.pattern, input.pattern] },
    });
  });
}

/** A given number that the new pattern would give again this period: same surroundings, a count still to come. */
async function firstCollision(
  tx: ScopedTx,
  ctx: StaffContext,
  { kind, pattern }: { kind: DocumentKind; pattern: string },
  lastNumber: number,
): Promise<string | null> {
  const [before, after] = aroundRun(pattern, ctx.today());
  const alike = await tx.document.findMany({
    where: { kind, number: { startsWith: before, endsWith: after } },
    orderBy: { id: 'desc' },
    select: { number: true },
  });
  const found = alike.find(({ number }) => {
    if (!number) return false;
    const count = number.slice(before.length, number.length - after.length);
    return /^\d{1,9}$/.test(count) && Number(count) > lastNumber;
  });
  return found?.number ?? null;
}
