import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { Party, Prisma } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import { overdueOf } from '@/lib/documents/client-standing';
import { plain } from '@/lib/documents/document-input';
import type { DraftInput } from '@/lib/documents/draft-schema';
import { DRAFT_COLUMNS, draftOf } from '@/lib/documents/read-draft';
import { taxLabel } from '@/lib/documents/tax-label';
import type { TaxCategory } from '@/lib/documents/totals-input';
import type { Locale } from '@/lib/i18n/locale';
import { addressLines } from '@/lib/places/address';
import { displayTaxId, taxIdName } from '@/lib/places/tax-id';
import { queryGrams } from '@/lib/search/grams';

/** A client as the editor shows and offers it: the address as it will be printed, and what a new invoice takes over. */
export type EditorClient = {
  id: string;
  name: string;
  addressLines: string[];
  taxId: string | null;
  email: string;
  currency: string;
  locale: Locale;
  termsDays: number;
};

/** A tax rate to choose; `label` is in the reader's language. */
export type EditorTaxRate = {
  id: string;
  label: string;
  name: string;
  rate: string;
  category: TaxCategory;
  isDefault: boolean;
};

/** How the client stands in one currency, in minor units as text. */
export type ClientAccount = { currency: string; open: string; overdue: string; credit: string };

const CLIENT_COLUMNS = {
  id: true,
  displayName: true,
  street: true,
  street2: true,
  city: true,
  region: true,
  postcode: true,
  country: true,
  taxId: true,
  email: true,
  currency: true,
  locale: true,
  paymentTermsDays: true,
} as const satisfies Prisma.PartySelect;

type ClientColumns = Pick<Party, keyof typeof CLIENT_COLUMNS>;

/** The client with this id, also an archived one that a draft already names. */
export async function editorClient(ctx: StaffContext, id: string): Promise<EditorClient | null> {
  const found = await ctx.db.party.findUnique({ where: ctx.key(id), select: CLIENT_COLUMNS });
  return found ? toClient(ctx, found) : null;
}

/** Clients to choose from while a name is typed; all of them from the start without one. Archived clients are left out. */
export async function editorClients(ctx: StaffContext, q: string): Promise<EditorClient[]> {
  const grams = queryGrams(q);
  const found = await ctx.db.party.findMany({
    where: { archivedAt: null, ...(grams.length > 0 ? { grams: { hasEvery: grams } } : {}) },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    take: 8,
    select: CLIENT_COLUMNS,
  });
  return found.map((party) => toClient(ctx, party));
}

/** A draft as the editor holds it. Missing once it is issued. */
export async function draftForEditor(ctx: StaffContext, id: string): Promise<DraftInput> {
  const stored = await ctx.db.document.findFirst({
    where: { id, kind: 'INVOICE', issuedAt: null },
    select: DRAFT_COLUMNS,
  });
  if (!stored) throw new Missing();
  const draft = draftOf(stored);
  return {
    ...draft,
    issueOn: draft.issueOn ?? '',
    dueOn: draft.dueOn ?? '',
    deliveryOn: draft.deliveryOn ?? '',
    periodFrom: draft.periodFrom ?? '',
    periodTo: draft.periodTo ?? '',
  };
}

/** A draft that is not stored yet, with everything the client and the business decide filled in. */
export function newDraft(
  ctx: StaffContext,
  client: EditorClient | null,
  rates: readonly EditorTaxRate[],
  usualRateId: string | null = null,
): DraftInput {
  const { business } = ctx;
  const usual = rates.find((rate) => rate.id === usualRateId);
  return {
    id: newId(),
    version: 0,
    partyId: client?.id ?? '',
    title: '',
    currency: client?.currency ?? business.currency,
    locale: client?.locale ?? business.locale,
    pricesIncludeTax: business.pricesIncludeTax,
    issueOn: '',
    termsDays: client?.termsDays ?? business.paymentTermsDays,
    dueOn: '',
    deliveryOn: '',
    periodFrom: '',
    periodTo: '',
    reference: '',
    notes: business.invoiceNotes,
    terms: business.invoiceTerms,
    discount: null,
    lines: [
      {
        id: newId(),
        description: '',
        details: '',
        quantity: '1',
        unit: '',
        unitPrice: '',
        discount: null,
        taxRateId: (usual ?? rates.find((rate) => rate.isDefault) ?? rates[0])?.id ?? null,
      },
    ],
  };
}

/** The tax rate of a client's last invoice, where all of it had the same: where they are taxed has rarely changed since. */
export async function usualTaxRateId(ctx: StaffContext, partyId: string): Promise<string | null> {
  const last = await ctx.db.document.findFirst({
    where: { kind: 'INVOICE', partyId, issuedAt: { not: null }, voidedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { lines: { select: { taxRateId: true } } },
  });
  const ids = new Set(last?.lines.map((line) => line.taxRateId));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/** The tax rates to offer: those in use, and archived ones that the draft still holds. */
export async function editorTaxRates(
  ctx: StaffContext,
  held: readonly (string | null)[] = [],
): Promise<EditorTaxRate[]> {
  const ids = held.filter((id) => id !== null);
  const rates = await ctx.db.taxRate.findMany({
    where: { OR: [{ archivedAt: null }, { id: { in: ids } }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return rates.map((rate) => {
    const percent = plain(rate.rate);
    const { category } = rate;
    return {
      id: rate.id,
      label:
        category === 'STANDARD' || category === 'ZERO'
          ? taxLabel(rate.name, ctx.f.percent(percent))
          : ctx.t(`documents.taxCategory.${category}`),
      name: rate.name,
      rate: percent,
      category: rate.category,
      isDefault: rate.isDefault && rate.archivedAt === null,
    };
  });
}

/** What the client owes in each currency it has dealt in. */
export async function clientAccounts(ctx: StaffContext, partyId: string): Promise<ClientAccount[]> {
  const [balances, overdue] = await Promise.all([
    ctx.db.partyBalance.findMany({ where: { partyId }, orderBy: { currency: 'asc' } }),
    overdueOf(ctx, [partyId]),
  ]);
  const late = overdue.get(partyId) ?? [];
  return balances.map(({ currency, open, credit }) => ({
    currency,
    open: String(open),
    overdue: String(late.find((row) => row.currency === currency)?.amount ?? 0n),
    credit: String(credit),
  }));
}

function toClient(ctx: StaffContext, party: ClientColumns): EditorClient {
  return {
    id: party.id,
    name: party.displayName,
    addressLines: addressLines(party, { from: ctx.business.country, locale: ctx.locale }),
    taxId: party.taxId
      ? `${taxIdName(party.country, ctx.locale)} ${displayTaxId(party.country, party.taxId)}`
      : null,
    email: party.email,
    currency: party.currency,
    locale: party.locale,
    termsDays: party.paymentTermsDays ?? ctx.business.paymentTermsDays,
  };
}
