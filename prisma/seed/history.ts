import type { StaffContext } from '@/lib/auth/context';
import type { Party } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import { draftSchema } from '@/lib/documents/draft-schema';
import { saveDraft } from '@/lib/documents/save-draft';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { recordPayment } from '@/lib/payments/record-payment';
import { addDays, isoWeekday } from '@/lib/time/calendar-date';
import { instantOf } from '@/lib/time/time-zone';
import { mailedInvoice, mailedReceipt } from './sample-mail';
import type { SampleClient, SampleWork } from './world';

type Client = { sample: SampleClient; party: Party };

type Stage = {
  clients: Client[];
  ctxAt: (instant: Date) => StaffContext;
  zone: string;
  today: string;
};

type Deed = { at: Date; run: () => Promise<void> };

const TITLES: Record<string, string[]> = {
  en: [
    'Shopfront and fascia',
    'Autumn range',
    'Second site',
    'Repairs and refit',
    'Spring campaign',
    'Wayfinding',
  ],
  ar: ['واجهة الفرع الرئيسي', 'لوحات الموسم', 'تجهيز الفرع الثاني', 'أعمال صيانة'],
  zh: ['门店招牌', '秋季新品', '展会布置', '维护与翻新'],
};

/**
 * A year of invoices, each mailed, most of them paid as the client's habit has it, played in the order of the days.
 * Returns an open invoice, for the sample link.
 */
export async function playHistory(
  stage: Stage,
): Promise<{ partyId: string; documentId: string; email: string }> {
  const deeds: Deed[] = [];
  const rates = await taxRates(stage);
  let showcase: { partyId: string; documentId: string; email: string } | null = null;

  stage.clients.forEach(({ sample, party }, who) => {
    const count = sample.kind === 'PERSON' ? 3 : 7;
    for (let nth = 0; nth < count; nth++) {
      // Clients are billed every two months or so, each in another week.
      const newest = 4 + ((who * 11) % 44);
      const daysAgo = newest + Math.floor(((count - 1 - nth) * 300) / (count - 1));
      const day = workday(addDays(stage.today, -daysAgo));
      const issuedAt = instantOf(
        day,
        `${9 + (who % 8)}:${10 + nth * 5}`.padStart(5, '0'),
        stage.zone,
      );
      const documentId = newId();
      const titles = TITLES[sample.locale] ?? [];
      deeds.push({
        at: issuedAt,
        run: async () => {
          const ctx = stage.ctxAt(issuedAt);
          const draft = draftSchema.parse({
            id: documentId,
            version: 0,
            partyId: party.id,
            title: titles[(who + nth) % titles.length] ?? '',
            currency: sample.currency,
            locale: sample.locale,
            pricesIncludeTax: false,
            issueOn: '',
            termsDays: party.paymentTermsDays ?? ctx.business.paymentTermsDays,
            dueOn: '',
            deliveryOn: addDays(day, -3),
            periodFrom: '',
            periodTo: '',
            reference: nth % 3 === 0 ? `PO ${7000 + who * 41 + nth}` : '',
            notes: '',
            terms: '',
            discount: null,
            lines: linesOf(sample, nth, rates),
          });
          const stored = await saveDraft(ctx, 'INVOICE', draft);
          await issueInvoice(ctx, stored);
          await mailedInvoice(ctx, documentId, issuedAt);
        },
      });
      // The newest of the client who pays by debit is left to the debit that is under way (sample-stripe.ts).
      const awaitsDebit = sample.method === 'BANK_DEBIT' && nth === count - 1;
      const payments = awaitsDebit ? [] : paymentsOf(sample, nth >= count - 2);
      payments.forEach(({ afterDays, share }, part) => {
        const paidOn = workday(addDays(day, afterDays));
        if (paidOn >= stage.today) return;
        const at = instantOf(paidOn, '11:42', stage.zone);
        deeds.push({
          at,
          run: () => pay(stage, { sample, party, documentId, share, at, part, paidOn }),
        });
      });
      if (nth === count - 1 && sample.email.startsWith('ellie')) {
        showcase = { partyId: party.id, documentId, email: sample.email };
      }
    }
  });

  deeds.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const deed of deeds) await deed.run();
  await leaveDraft(stage, rates);
  if (!showcase) throw new Error('the sample world has no open invoice');
  return showcase;
}

type Payment = {
  sample: SampleClient;
  party: Party;
  documentId: string;
  share: bigint;
  at: Date;
  part: number;
  paidOn: string;
};

async function pay(stage: Stage, payment: Payment): Promise<void> {
  const { sample, party, documentId, share, at, part, paidOn } = payment;
  const ctx = stage.ctxAt(at);
  const document = await ctx.db.document.findUniqueOrThrow({
    where: ctx.key(documentId),
    select: { openAmount: true, totalAmount: true, number: true },
  });
  const wanted = (document.totalAmount * share) / 100n;
  const amount = share === 100n || wanted > document.openAmount ? document.openAmount : wanted;
  const { id } = await recordPayment(ctx, {
    id: newId(),
    partyId: party.id,
    currency: sample.currency,
    amount,
    method: sample.method,
    methodDetail: sample.method === 'CARD' ? 'Visa •• 4242' : '',
    receivedOn: paidOn,
    reference: part === 0 ? (document.number ?? '') : '',
    allocations: [{ documentId, amount }],
    sendReceipt: false,
  });
  await mailedReceipt(ctx, id, at);
}

/** When and how much of an invoice a client pays, in percent; days that have not come yet are left out by the caller. */
function paymentsOf(sample: SampleClient, recent: boolean): { afterDays: number; share: bigint }[] {
  switch (sample.habit) {
    case 'prompt':
      return [{ afterDays: 9, share: 100n }];
    case 'late':
      return [{ afterDays: 47, share: 100n }];
    case 'parts':
      return [{ afterDays: 12, share: 50n }, ...(recent ? [] : [{ afterDays: 33, share: 100n }])];
    case 'owes':
      return recent ? [] : [{ afterDays: 31, share: 100n }];
  }
}

function linesOf(
  sample: SampleClient,
  nth: number,
  rates: { standard: string; zero: string; outside: string | null },
) {
  const count = 1 + ((nth + sample.work.length) % Math.min(4, sample.work.length));
  const first = nth % sample.work.length;
  const home = sample.country === 'GB';
  return Array.from({ length: count }, (_, at) => {
    const work = sample.work[(first + at) % sample.work.length] as SampleWork;
    const [description, quantity, unit, unitPrice, rate] = work;
    return {
      id: newId(),
      description,
      details: '',
      quantity,
      unit,
      unitPrice,
      discount: nth % 4 === 1 && at === 0 ? { kind: 'percent' as const, value: '10' } : null,
      taxRateId: home ? (rate === 'zero' ? rates.zero : rates.standard) : rates.outside,
    };
  });
}

async function leaveDraft(
  stage: Stage,
  rates: Awaited<ReturnType<typeof taxRates>>,
): Promise<void> {
  const client = stage.clients[0];
  if (!client) return;
  const ctx = stage.ctxAt(new Date());
  const draft = draftSchema.parse({
    id: newId(),
    version: 0,
    partyId: client.party.id,
    title: 'Shopfront and fascia, Wine Street',
    currency: client.sample.currency,
    locale: client.sample.locale,
    pricesIncludeTax: false,
    issueOn: '',
    termsDays: ctx.business.paymentTermsDays,
    dueOn: '',
    deliveryOn: '',
    periodFrom: '',
    periodTo: '',
    reference: '',
    notes: '',
    terms: '',
    discount: null,
    lines: linesOf(client.sample, 3, rates),
  });
  await saveDraft(ctx, 'INVOICE', draft);
}

async function taxRates(stage: Stage) {
  const ctx = stage.ctxAt(new Date());
  const rates = await ctx.db.taxRate.findMany({ orderBy: { position: 'asc' } });
  const standard = rates.find((rate) => rate.isDefault) ?? rates[0];
  const zero = rates.find((rate) => rate.category === 'ZERO') ?? standard;
  const outside = rates.find((rate) => rate.category === 'OUTSIDE_SCOPE') ?? null;
  if (!standard || !zero) throw new Error('the business has no tax rates');
  return { standard: standard.id, zero: zero.id, outside: outside?.id ?? null };
}

/** The same day, or the Monday after a weekend. */
function workday(date: string): string {
  const weekday = isoWeekday(date);
  return weekday > 5 ? addDays(date, 8 - weekday) : date;
}
