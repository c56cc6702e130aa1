import type { Prisma } from '@/lib/db/generated/client';
import { fromDbDate } from '@/lib/time/calendar-date';
import { AGES, type Age, ageOf, whereAge } from './ageing';
import type { ClientView } from './client-view';
import { payable, underWay } from './where';

/**
 * How a client stands in one currency, in minor units. `toPay` is the sum of `ages`; `underWay`, the part of open invoices
 * that a bank is sending, is not part of it. `held` is: what remains of those invoices, to be paid once that has arrived.
 */
export type Account = {
  currency: string;
  toPay: bigint;
  held: bigint;
  overdue: bigint;
  /** How many invoices `toPay` and `overdue` are made of. */
  toPayCount: number;
  overdueCount: number;
  ages: Record<Age, bigint>;
  underWay: bigint;
  /** When the oldest payment that is on its way was started. */
  underWaySince: Date | null;
  credit: bigint;
};

/** How this client stands in each currency, the one with something to pay first; never empty. */
export async function readAccounts(ctx: ClientView): Promise<Account[]> {
  const today = ctx.today();
  const sums = (where: Prisma.DocumentWhereInput) =>
    ctx.db.document.groupBy({
      by: ['currency'],
      where,
      _sum: { openAmount: true },
      _count: { _all: true },
    });
  const [ages, waiting, oldest, balances] = await Promise.all([
    Promise.all(AGES.map((age) => sums({ AND: [payable(ctx), whereAge(age, today)] }))),
    ctx.db.document.findMany({
      where: underWay(ctx),
      select: { currency: true, openAmount: true, processingAmount: true, dueOn: true },
    }),
    ctx.db.checkout.groupBy({
      by: ['currency'],
      where: { partyId: ctx.party.id, state: 'PROCESSING' },
      _min: { createdAt: true },
    }),
    ctx.db.partyBalance.findMany({
      where: { partyId: ctx.party.id },
      select: { currency: true, credit: true },
    }),
  ]);

  const accounts = new Map<string, Account>();
  const account = (currency: string): Account => {
    const known = accounts.get(currency) ?? emptyAccount(currency);
    accounts.set(currency, known);
    return known;
  };
  account(ctx.party.currency);
  for (const [index, age] of AGES.entries()) {
    for (const row of ages[index] ?? []) {
      owe(account(row.currency), age, row._sum.openAmount ?? 0n, row._count._all);
    }
  }
  for (const { currency, openAmount: open, processingAmount, dueOn } of waiting) {
    const of = account(currency);
    const sent = processingAmount < open ? processingAmount : open;
    of.underWay += sent;
    if (sent === open) continue;
    of.held += open - sent;
    owe(of, ageOf(dueOn && fromDbDate(dueOn), today), open - sent, 1);
  }
  for (const row of oldest) account(row.currency).underWaySince = row._min.createdAt;
  for (const { currency, credit } of balances) account(currency).credit = credit;
  return [...accounts.values()].sort(
    (a, b) => Number(b.toPay > 0n) - Number(a.toPay > 0n) || own(ctx, b) - own(ctx, a),
  );
}

function own(ctx: ClientView, account: Account): number {
  return Number(account.currency === ctx.party.currency);
}

function owe(account: Account, age: Age, amount: bigint, count: number): void {
  account.ages[age] += amount;
  account.toPay += amount;
  account.toPayCount += count;
  if (age === 'notDue') return;
  account.overdue += amount;
  account.overdueCount += count;
}

function emptyAccount(currency: string): Account {
  return {
    currency,
    toPay: 0n,
    held: 0n,
    overdue: 0n,
    toPayCount: 0,
    overdueCount: 0,
    ages: { notDue: 0n, days30: 0n, days60: 0n, older: 0n },
    underWay: 0n,
    underWaySince: null,
    credit: 0n,
  };
}
