import type { StaffContext } from '@/lib/auth/context';

/** The number of the newest event, as text, and what of the money side happened since the asked one. */
export type Pulse = {
  seq: string;
  changed: boolean;
  /** Payments that arrived since, as sentences for a toast. */
  news: string[];
};

/** Answers an open window. `since` is the number it saw last, as text; null or nonsense asks only for the newest. */
export async function readPulse(ctx: StaffContext, since: string | null): Promise<Pulse> {
  const known = /^\d{1,18}$/.test(since ?? '') ? BigInt(since as string) : null;
  const newest = await ctx.db.event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } });
  const seq = newest?.seq ?? 0n;
  if (known === null || known >= seq) return { seq: String(seq), changed: false, news: [] };
  const payments = await ctx.db.event.findMany({
    where: { seq: { gt: known }, kind: 'payment.recorded', actorKind: { not: 'user' } },
    orderBy: { seq: 'desc' },
    take: 3,
    select: { data: true, party: { select: { displayName: true } } },
  });
  const news = payments.map(({ data, party }) => {
    const { amount, currency } = data as { amount: string; currency: string };
    return ctx.t('home.paidNews', {
      name: party?.displayName ?? '',
      amount: ctx.f.money(BigInt(amount), currency),
    });
  });
  return { seq: String(seq), changed: true, news };
}
