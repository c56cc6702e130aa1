import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import { checkEmail } from '@/lib/mail/email-address';
import { checkPhone, phoneDigits } from '@/lib/places/phone';
import { checkTaxId } from '@/lib/places/tax-id';
import { queryGrams } from '@/lib/search/grams';
import type { ClientHints } from './schema';
import { areAlike, nameCore } from './similar-names';

/** Why two records may be one client, the surest first. */
export const DUPLICATE_REASONS = ['taxId', 'email', 'phone', 'name'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** A client who may be the same; `invoiced` in minor units, per currency. */
export type Duplicate = {
  id: string;
  name: string;
  city: string;
  reasons: DuplicateReason[];
  since: Date;
  archived: boolean;
  invoiced: { currency: string; amount: bigint }[];
};

const MOST = 3;
const MOST_LOOKED_AT = 60;

/**
 * Clients who may be the one being typed: same tax number, e-mail or phone (theirs or of a person there), or a name that
 * is nearly the same, archived ones included. At most three, the surest first. It warns and never blocks.
 */
export async function findDuplicates(
  ctx: Pick<StaffContext, 'db'>,
  hints: Pick<ClientHints, 'id' | 'name' | 'email' | 'phone' | 'country' | 'taxId'>,
): Promise<Duplicate[]> {
  const email = checkEmail(hints.email);
  const phone = hints.phone.trim() ? checkPhone(hints.phone, hints.country) : null;
  const taxId = hints.taxId.trim() ? checkTaxId(hints.country, hints.taxId).normalised : '';
  const words = nameCore(hints.name)
    .split(' ')
    .filter((word) => queryGrams(word).length > 0);

  const asked: Prisma.PartyWhereInput[] = [];
  if (email.ok) {
    asked.push(
      { email: email.email },
      { contacts: { some: { email: email.email, archivedAt: null } } },
    );
  }
  if (taxId) asked.push({ taxId });
  if (phone?.ok) asked.push({ grams: { hasEvery: queryGrams(phoneDigits(phone.phone)) } });
  const byName = words.slice(0, 6).map((word) => ({ grams: { hasEvery: queryGrams(word) } }));
  const [sure, named] = await Promise.all([
    candidates(ctx, hints.id, asked),
    // The whole name first; a single word may be everyone's.
    words.length > 0
      ? candidates(ctx, hints.id, [{ grams: { hasEvery: queryGrams(words.join(' ')) } }, ...byName])
      : [],
  ]);

  const found = new Map([...sure, ...named].map((party) => [party.id, party]));
  return [...found.values()]
    .map((party) => {
      const reasons: DuplicateReason[] = [];
      if (taxId && party.taxId === taxId) reasons.push('taxId');
      if (email.ok && [party, ...party.contacts].some((one) => one.email === email.email)) {
        reasons.push('email');
      }
      if (phone?.ok && [party, ...party.contacts].some((one) => one.phone === phone.phone)) {
        reasons.push('phone');
      }
      if (areAlike(party.displayName, hints.name)) reasons.push('name');
      return { party, reasons };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => rank(a.reasons) - rank(b.reasons))
    .slice(0, MOST)
    .map(({ party, reasons }) => ({
      id: party.id,
      name: party.displayName,
      city: party.city,
      reasons,
      since: party.createdAt,
      archived: party.archivedAt !== null,
      invoiced: party.balances.map((row) => ({ currency: row.currency, amount: row.invoiced })),
    }));
}

function rank(reasons: readonly DuplicateReason[]): number {
  const first = DUPLICATE_REASONS.findIndex((reason) => reasons.includes(reason));
  return first * 10 - reasons.length;
}

async function candidates(
  ctx: Pick<StaffContext, 'db'>,
  exceptId: string,
  any: Prisma.PartyWhereInput[],
) {
  if (any.length === 0) return [];
  return ctx.db.party.findMany({
    where: { id: { not: exceptId }, OR: any },
    orderBy: { createdAt: 'desc' },
    take: MOST_LOOKED_AT,
    select: {
      id: true,
      displayName: true,
      email: true,
      phone: true,
      taxId: true,
      city: true,
      createdAt: true,
      archivedAt: true,
      contacts: { where: { archivedAt: null }, select: { email: true, phone: true } },
      balances: { where: { invoiced: { gt: 0n } }, select: { currency: true, invoiced: true } },
    },
  });
}
