import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import { CSV_START, type CsvCell, csvLine } from '@/lib/files/csv';
import { toDecimalText } from '@/lib/money/money';
import { printedRegion } from '@/lib/places/address-regions';
import { countryName } from '@/lib/places/countries';
import { displayTaxId } from '@/lib/places/tax-id';
import { todayIn } from '@/lib/time/calendar-date';

type Ctx = Pick<StaffContext, 'db' | 'business' | 'locale' | 't'>;

const AT_ONCE = 500;

const COLUMNS = [
  'name',
  'kind',
  'givenName',
  'familyName',
  'email',
  'phone',
  'street',
  'street2',
  'city',
  'region',
  'postcode',
  'country',
  'taxId',
  'language',
  'terms',
  'since',
  'archived',
] as const;
const FIGURES = ['invoiced', 'paid', 'open', 'credit'] as const;

/**
 * The clients that `where` finds, by name, as lines of a CSV file: who and where they are, and, for each currency the
 * business has billed in, what was invoiced, paid, is owed and stands as credit. Dates as YYYY-MM-DD, amounts with a
 * point and no grouping. Read in parts; a client added meanwhile may or may not be in it.
 */
export async function* exportClients(
  ctx: Ctx,
  where: Prisma.PartyWhereInput,
): AsyncGenerator<string> {
  const { t } = ctx;
  const billed = await ctx.db.partyBalance.groupBy({
    by: ['currency'],
    orderBy: { currency: 'asc' },
  });
  const currencies = billed.map((row) => row.currency);
  yield CSV_START +
    csvLine([
      ...COLUMNS.map((name) => t(`clients.export.columns.${name}`)),
      ...currencies.flatMap((currency) =>
        FIGURES.map((figure) => t(`clients.export.figures.${figure}`, { currency })),
      ),
    ]);
  let last: { sortName: string; id: string } | null = null;
  do {
    const found: Row[] = await ctx.db.party.findMany({
      where: { AND: [where, last ? after(last) : {}] },
      orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
      take: AT_ONCE,
      include: { balances: true },
    });
    if (found.length > 0) yield found.map((row) => csvLine(cells(ctx, row, currencies))).join('');
    last = found.length === AT_ONCE ? (found.at(-1) ?? null) : null;
  } while (last);
}

type Row = Prisma.PartyGetPayload<{ include: { balances: true } }>;

function after({ sortName, id }: { sortName: string; id: string }): Prisma.PartyWhereInput {
  return { sortName: { gte: sortName }, OR: [{ sortName: { gt: sortName } }, { id: { gt: id } }] };
}

function cells({ t, locale, business }: Ctx, row: Row, currencies: string[]): CsvCell[] {
  const texts: Record<(typeof COLUMNS)[number], CsvCell> = {
    name: row.displayName,
    kind: t(row.kind === 'PERSON' ? 'clients.form.person' : 'clients.form.company'),
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    phone: row.phone,
    street: row.street,
    street2: row.street2,
    city: row.city,
    region: printedRegion(row.country, row.region, locale),
    postcode: row.postcode,
    country: countryName(row.country, locale),
    taxId: displayTaxId(row.country, row.taxId),
    language: row.locale,
    terms: { number: String(row.paymentTermsDays ?? business.paymentTermsDays) },
    since: todayIn(business.timeZone, row.createdAt),
    archived: row.archivedAt ? todayIn(business.timeZone, row.archivedAt) : '',
  };
  const figures = currencies.flatMap((currency) => {
    const balance = row.balances.find((one) => one.currency === currency);
    return FIGURES.map((figure): CsvCell => {
      return balance ? { number: toDecimalText(balance[figure], currency) } : '';
    });
  });
  return [...COLUMNS.map((name) => texts[name]), ...figures];
}
