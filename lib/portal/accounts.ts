import type { PortalContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import { AGES, type Age, whereAge } from './ageing';
import { payable, underWay } from './where';

/** How a client stands in one currency, in minor units. `toPay` is the sum of `ages`; `underWay` is not part of it. */
export type Account = {
  currency: string;
  toPay: bigint;
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
export async function readAccounts(ctx: PortalContext): Promise<Account[]> {
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
    sums(underWay(ctx)),
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
      const of = account(row.currency);
      const open = row._sum.openAmount ?? 0n;
      of.ages[age] = open;
      of.toPay += open;
      of.toPayCount += row._count._all;
      if (age === 'notDue') continue;
      of.overdue += open;
      of.overdueCount += row._count._all;
    }
  }
  for (const row of waiting) account(row.currency).underWay = row._sum.openAmount ?? 0n;
  for (const row of oldest) account(row.currency).underWaySince = row._min.createdAt;
  for (const { currency, credit } of balances) account(currency).credit = credit;
  return [...accounts.values()].sort(
    (a, b) => Number(b.toPay > 0n) - Number(a.toPay > 0n) || own(ctx, b) - own(ctx, a),
  );
}

function own(ctx: PortalContext, account: Account): number {
  return Number(account.currency === ctx.party.currency);
}

function emptyAccount(currency: string): Account {
  return {
    currency,
    toPay: 0n,
    overdue: 0n,
    toPayCount: 0,
    overdueCount: 0,
    ages: { notDue: 0n, days30: 0n, days60: 0n, older: 0n },
    underWay: 0n,
    underWaySince: null,
    credit: 0n,
  };
}
