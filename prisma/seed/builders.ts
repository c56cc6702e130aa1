import type { StaffContext } from '@/lib/auth/context';
import { makeStaffContext } from '@/lib/auth/make-context';
import { unscopedDb } from '@/lib/db/client';
import type { Party, Prisma, Role } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import type { DraftInput } from '@/lib/documents/draft-schema';
import { draftSchema } from '@/lib/documents/draft-schema';
import { saveDraft } from '@/lib/documents/save-draft';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { createParty } from '@/lib/parties/create-party';
import { type Clock, systemClock } from '@/lib/time/clock';
import { draftInput } from './draft-input';

// The small known worlds that the demo and the tests are built of.

/** A person with an account; the password hash fits no password unless one is given. */
export async function makeUser(
  given: Partial<Prisma.UserUncheckedCreateInput> = {},
  now: Date = new Date(),
) {
  const id = given.id ?? newId();
  return unscopedDb().user.create({
    data: {
      id,
      email: `person-${id}@example.test`,
      name: 'Nora Fenwick',
      passwordHash: 'none',
      locale: 'en',
      createdAt: now,
      ...given,
    },
  });
}

/** A business ready to issue (address, series, two tax rates), with its owner's context. */
export async function makeBusiness(
  given: Partial<Prisma.BusinessUncheckedCreateInput> & { role?: Role } = {},
  clock: Clock = systemClock,
): Promise<{ ctx: StaffContext; standardRateId: string; zeroRateId: string }> {
  const { role = 'OWNER', ...columns } = given;
  const now = clock();
  const id = columns.id ?? newId();
  const business = await unscopedDb().business.create({
    data: {
      id,
      slug: `business-${id}`,
      name: 'Tidewater Signs',
      legalName: 'Tidewater Signs Ltd',
      country: 'GB',
      locale: 'en',
      currency: 'GBP',
      timeZone: 'Europe/London',
      street: '18 Redcliff Backs',
      city: 'Bristol',
      postcode: 'BS1 6LR',
      taxId: 'GB311440220',
      email: 'accounts@tidewater.example',
      phone: '+441174960100',
      createdAt: now,
      ...columns,
    },
  });
  const standardRateId = newId();
  const zeroRateId = newId();
  const db = unscopedDb();
  const businessId = business.id;
  await db.taxRate.createMany({
    data: [
      {
        businessId,
        id: standardRateId,
        name: 'VAT',
        rate: '20',
        category: 'STANDARD',
        isDefault: true,
      },
      { businessId, id: zeroRateId, name: 'VAT', rate: '0', category: 'ZERO', position: 1 },
    ],
  });
  await db.numberSeries.createMany({
    data: (['INVOICE', 'ESTIMATE', 'CREDIT_NOTE'] as const).map((kind) => ({
      businessId,
      id: newId(),
      kind,
      pattern: `${{ INVOICE: 'INV', ESTIMATE: 'EST', CREDIT_NOTE: 'CN' }[kind]}-{YYYY}-{0000}`,
    })),
  });
  const user = await makeUser({ locale: business.locale }, now);
  await db.membership.create({ data: { businessId, userId: user.id, role, createdAt: now } });
  const ctx = makeStaffContext({ business, user, role, sessionId: newId() }, clock);
  return { ctx, standardRateId, zeroRateId };
}

/** Another member of the same business, in the given role. */
export async function makeMember(
  ctx: StaffContext,
  role: Role,
  clock: Clock = systemClock,
): Promise<StaffContext> {
  const now = clock();
  const user = await makeUser({ name: 'Tom Barrow' }, now);
  await unscopedDb().membership.create({
    data: { businessId: ctx.business.id, userId: user.id, role, createdAt: now },
  });
  return makeStaffContext({ business: ctx.business, user, role, sessionId: newId() }, clock);
}

/** A client with a full address, added as people add one; columns that no form has are set afterwards. */
export async function makeClient(ctx: StaffContext, given: Partial<Party> = {}): Promise<Party> {
  const name = given.companyName ?? given.displayName ?? 'Ashcombe Brewery Ltd';
  const { party } = await createParty(ctx, {
    id: given.id ?? newId(),
    kind: given.kind ?? 'ORGANISATION',
    stage: given.stage ?? 'PROSPECT',
    companyName: name,
    givenName: given.givenName ?? (given.kind === 'PERSON' ? name : ''),
    familyName: given.familyName ?? '',
    email: given.email ?? 'ellie@ashcombebrewery.example',
    phone: given.phone ?? '',
    street: given.street ?? 'Unit 4, Albion Yard',
    street2: given.street2 ?? '',
    city: given.city ?? 'Bristol',
    region: given.region ?? '',
    postcode: given.postcode ?? 'BS1 6QF',
    country: given.country ?? 'GB',
    taxId: given.taxId ?? 'GB284193734',
    taxIdKept: true,
    locale: given.locale ?? 'en',
    currency: given.currency ?? ctx.business.currency,
    paymentTermsDays: given.paymentTermsDays ?? null,
  });
  const { archivedAt, createdAt, sortName } = given;
  const afterwards = {
    ...(archivedAt ? { archivedAt } : {}),
    ...(createdAt ? { createdAt } : {}),
    ...(sortName ? { sortName } : {}),
  };
  if (Object.keys(afterwards).length === 0) return party;
  return ctx.db.party.update({ where: ctx.key(party.id), data: afterwards });
}

/** A stored draft invoice of one line. */
export async function makeDraft(
  ctx: StaffContext,
  partyId: string,
  given: Partial<DraftInput> = {},
): Promise<{ id: string; version: number }> {
  const draft = draftSchema.parse(
    draftInput({ partyId, currency: ctx.business.currency, ...given }),
  );
  return saveDraft(ctx, 'INVOICE', draft);
}

/** An issued invoice of one line, of £1,840.00 unless told otherwise. */
export async function makeInvoice(
  ctx: StaffContext,
  partyId: string,
  given: Partial<DraftInput> = {},
): Promise<{ id: string; number: string }> {
  return issueInvoice(ctx, await makeDraft(ctx, partyId, given));
}
