import type { StaffContext } from '@/lib/auth/context';
import type { Locale, Party } from '@/lib/db/generated/client';
import { queryGrams } from '@/lib/search/grams';

const MOST = 8;

/** A client as a picker shows and an invoice takes it over. `termsDays` are already the business's own where none are set. */
export type ClientSuggestion = {
  id: string;
  name: string;
  detail: string;
  email: string;
  currency: string;
  locale: Locale;
  termsDays: number;
};

const COLUMNS = {
  id: true,
  displayName: true,
  city: true,
  email: true,
  currency: true,
  locale: true,
  paymentTermsDays: true,
} as const;

/** Clients to choose from while typing: those that match, or, before anything is typed, the newest. Without archived ones. */
export async function suggestClients(
  ctx: Pick<StaffContext, 'db' | 'business'>,
  text: string,
): Promise<ClientSuggestion[]> {
  const wanted = queryGrams(text);
  const found = await ctx.db.party.findMany({
    where: { archivedAt: null, ...(wanted.length > 0 ? { grams: { hasEvery: wanted } } : {}) },
    orderBy:
      wanted.length > 0
        ? [{ sortName: 'asc' }, { id: 'asc' }]
        : [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: COLUMNS,
  });
  return found.map((party) => suggestionOf(ctx, party));
}

/** One client as a picker knows them. */
export function suggestionOf(
  ctx: Pick<StaffContext, 'business'>,
  party: Pick<Party, keyof typeof COLUMNS>,
): ClientSuggestion {
  return {
    id: party.id,
    name: party.displayName,
    detail: [party.city, party.email].filter(Boolean).join(' · '),
    email: party.email,
    currency: party.currency,
    locale: party.locale,
    termsDays: party.paymentTermsDays ?? ctx.business.paymentTermsDays,
  };
}
