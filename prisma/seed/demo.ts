import type { StaffContext } from '@/lib/auth/context';
import { makeStaffContext, makeSystemContext } from '@/lib/auth/make-context';
import { hashPassword } from '@/lib/auth/password';
import { peopleTransact } from '@/lib/auth/people-db';
import { createBusiness } from '@/lib/businesses/create-business';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { createDocumentLink } from '@/lib/links/create-link';
import { linkUrl } from '@/lib/links/link-url';
import { createParty } from '@/lib/parties/create-party';
import { newClientInput } from '@/lib/parties/schema';
import { saveProduct } from '@/lib/products/save-product';
import { addDays, todayIn } from '@/lib/time/calendar-date';
import { instantOf } from '@/lib/time/time-zone';
import { playHistory } from './history';
import { connectSampleStripe, sampleBankDebit } from './sample-stripe';
import { COLLEAGUE, OWNER, SAMPLE_CLIENTS } from './world';

const ZONE = 'Europe/London';

/** How to get into the sample world. */
export type Entrance = { email: string; password: string; magicLink: string };

/**
 * Fills an empty database with a believable business: a sign maker with clients in three languages and a year of
 * invoices, payments, late payers and one bank debit under way. Everything goes through the same deeds that people use,
 * only with the clock set back.
 */
export async function seedDemo(): Promise<Entrance> {
  const today = todayIn(ZONE, new Date());
  const founded = addDays(today, -370);
  const { ctxAt, owner } = await foundBusiness(founded);

  const clients = [];
  for (const [index, sample] of SAMPLE_CLIENTS.entries()) {
    const ctx = ctxAt(
      instantOf(addDays(founded, index % 5), `10:${String(index * 4).padStart(2, '0')}`, ZONE),
    );
    const { habit: _habit, method: _method, work: _work, contact, termsDays, ...facts } = sample;
    const input = newClientInput.parse({
      id: newId(),
      ...facts,
      paymentTermsDays: termsDays === undefined ? '' : String(termsDays),
      contactGivenName: contact?.givenName ?? '',
      contactFamilyName: contact?.familyName ?? '',
      contactJobTitle: contact?.jobTitle ?? '',
      note: sample.note ?? '',
      taxIdKept: 'on',
    });
    const { party } = await createParty(ctx, input);
    clients.push({ sample, party });
  }

  await fillCatalogue(ctxAt(instantOf(addDays(founded, 5), '15:20', ZONE)));
  await connectSampleStripe(ctxAt(instantOf(addDays(founded, 6), '09:00', ZONE)));
  const openInvoice = await playHistory({ clients, ctxAt, zone: ZONE, today });
  await sampleBankDebit(ctxAt(new Date()), clients.at(-1)?.party.id ?? '');

  const ctx = ctxAt(new Date());
  const linkId = await ctx.transact((tx) =>
    createDocumentLink(tx, ctx, {
      partyId: openInvoice.partyId,
      contactId: null,
      documentId: openInvoice.documentId,
      sentTo: openInvoice.email,
    }),
  );
  return { email: owner.email, password: OWNER.password, magicLink: linkUrl(linkId) };
}

/** The sign maker's own products: what British clients are billed for, each once. */
async function fillCatalogue(ctx: StaffContext): Promise<void> {
  const rate = await ctx.db.taxRate.findFirst({ where: { isDefault: true }, select: { id: true } });
  for (const sample of SAMPLE_CLIENTS.filter(({ currency }) => currency === 'GBP')) {
    for (const [name, , unit, unitPrice] of sample.work) {
      const fields = { name, details: '', unit, unitPrice, currency: 'GBP' };
      await saveProduct(ctx, { id: newId(), version: 0, ...fields, taxRateId: rate?.id ?? null });
    }
  }
}

async function foundBusiness(founded: string) {
  const foundedAt = instantOf(founded, '09:30', ZONE);
  const ownerId = newId();
  const passwordHash = await hashPassword(OWNER.password);
  const { id } = await peopleTransact(async (tx) => {
    const account = { locale: 'en', createdAt: foundedAt, passwordHash } as const;
    await tx.user.create({
      data: { id: ownerId, email: OWNER.email, name: OWNER.name, ...account },
    });
    return createBusiness(
      tx,
      { id: ownerId, name: OWNER.name },
      {
        businessName: 'Tidewater Signs',
        country: 'GB',
        locale: 'en',
        currency: 'GBP',
        timeZone: ZONE,
      },
      foundedAt,
    );
  });
  const db = unscopedDb();
  await db.user.create({
    data: {
      id: newId(),
      email: COLLEAGUE.email,
      name: COLLEAGUE.name,
      passwordHash,
      locale: 'en',
      createdAt: foundedAt,
      memberships: { create: { businessId: id, role: 'MEMBER', createdAt: foundedAt } },
    },
  });
  const business = await db.business.update({
    where: { id },
    data: {
      legalName: 'Tidewater Signs Ltd',
      street: '18 Redcliff Backs',
      city: 'Bristol',
      postcode: 'BS1 6LR',
      taxId: 'GB311440220',
      registrationId: '08841277',
      email: 'accounts@tidewater.example',
      phone: '+441174960142',
      website: 'https://tidewater.example',
      bankAccountName: 'Tidewater Signs Ltd',
      bankName: 'Severn Valley Bank',
      bankRoutingCode: '20-14-53',
      bankAccountNumber: '73021188',
      bankIban: 'GB29SVBK20145373021188',
      invoiceTerms:
        'Payment within the agreed time. Goods remain ours until paid in full. Thank you.',
    },
  });
  const owner = await db.user.findUniqueOrThrow({ where: { id: ownerId } });
  const sessionId = newId();
  const ctxAt = (instant: Date): StaffContext =>
    makeStaffContext({ business, user: owner, role: 'OWNER', sessionId }, () => instant);
  return { ctxAt, owner, system: makeSystemContext(business) };
}
