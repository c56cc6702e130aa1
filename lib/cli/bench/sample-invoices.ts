import type { StaffContext } from '@/lib/auth/context';
import { numberOf, periodOf } from '@/lib/businesses/number-pattern';
import { type Document, type DocumentLine, type Party, Prisma } from '@/lib/db/generated/client';
import { sealOf } from '@/lib/documents/seal';
import { takeSnapshot } from '@/lib/documents/snapshot';
import { grams } from '@/lib/search/grams';
import { addDays, fromDbDate, toDbDate } from '@/lib/time/calendar-date';
import type { Cell } from './copy-in';
import type { Random } from './random';

/** Rows by table, in the order in which they are written. `Event` rows have no number and hash yet. */
export type Batch = Record<
  'Document' | 'DocumentLine' | 'DocumentTax' | 'Payment' | 'Allocation' | 'Message' | 'Event',
  Record<string, Cell>[]
>;

export type InvoiceWorld = {
  ctx: StaffContext;
  clients: readonly Party[];
  series: { id: string; pattern: string };
  rates: { standard: string; zero: string };
  random: Random;
  count: number;
};

const DAY = 86_400_000;
const YEARS = 3;
// Small enough for the connections to hold a batch while the next is made.
const BATCH = 500;
const WORK: [words: string, price: string][] = [
  ['Fascia sign, powder-coated aluminium', '1840.00'],
  ['Window lettering, cast vinyl', '96.50'],
  ['Site survey and drawings', '240.00'],
  ['Fitting, two people', '62.55'],
  ['Wayfinding panels, set of six', '715.20'],
  ['Vehicle livery, half wrap', '1120.00'],
];
const QUANTITIES = ['1', '2', '3', '6', '7.5', '12'].map((text) => new Prisma.Decimal(text));
const PRICED = WORK.map(([words, price]) => ({ words, price: new Prisma.Decimal(price) }));
const STANDARD = new Prisma.Decimal('20');
const NONE = new Prisma.Decimal('0');

/** Three years of invoices, oldest first, as the deeds would have left them; a batch at a time, whatever the size. */
export function* sampleInvoices(world: InvoiceWorld): Generator<Batch> {
  const { ctx, random, count } = world;
  const now = ctx.now().getTime();
  const begin = now - YEARS * 365 * DAY;
  const step = (now - 60_000 - begin) / count;
  const sequences = new Map<string, number>();
  let previousHash = '';
  let batch = emptyBatch();
  for (let index = 0; index < count; index += 1) {
    const at = new Date(Math.floor(begin + step * index));
    const document = draft(world, at);
    const isDraft = random.chance(index > count * 0.97 ? 40 : 0.5);
    if (isDraft) writeDraft(batch, ctx, document);
    else previousHash = writeIssued(batch, world, document, { at, now, previousHash, sequences });
    if (batch.Document.length < BATCH) continue;
    yield batch;
    batch = emptyBatch();
  }
  yield batch;
}

function emptyBatch(): Batch {
  return {
    Document: [],
    DocumentLine: [],
    DocumentTax: [],
    Payment: [],
    Allocation: [],
    Message: [],
    Event: [],
  };
}

type Draft = Document & { lines: DocumentLine[]; party: Party };

function draft({ ctx, clients, rates, random }: InvoiceWorld, createdAt: Date): Draft {
  const businessId = ctx.business.id;
  // A few clients get much of the work, most of them little.
  const party = clients[Math.floor(clients.length * random.fraction() ** 2)];
  if (!party) throw new Error('a sample business needs clients');
  const id = random.id(createdAt.getTime());
  const termsDays = party.paymentTermsDays ?? 30;
  const issueOn = fromDbDate(createdAt);
  const lines = Array.from({ length: 1 + random.whole(4) }, (_, position): DocumentLine => {
    const { words, price } = random.pick(PRICED);
    const taxed = random.chance(90);
    return {
      businessId,
      id: random.id(createdAt.getTime()),
      documentId: id,
      position,
      description: words,
      details: '',
      quantity: random.pick(QUANTITIES),
      unit: '',
      unitPrice: price,
      discountKind: null,
      discountValue: null,
      taxRateId: taxed ? rates.standard : rates.zero,
      taxName: 'VAT',
      taxRate: taxed ? STANDARD : NONE,
      taxCategory: taxed ? 'STANDARD' : 'ZERO',
      exemptionReason: '',
      amount: 0n,
    };
  });
  return {
    ...{ businessId, id, kind: 'INVOICE', partyId: party.id, party, lines },
    ...{ title: '', currency: party.currency, locale: party.locale, pricesIncludeTax: false },
    ...{ issueOn: toDbDate(issueOn), termsDays, dueOn: toDbDate(addDays(issueOn, termsDays)) },
    ...{ deliveryOn: null, periodFrom: null, periodTo: null, notes: '', terms: '' },
    reference: `PO ${1000 + random.whole(9000)}`,
    ...{ discountKind: null, discountValue: null },
    ...{ netAmount: 0n, taxAmount: 0n, totalAmount: 0n, openAmount: 0n, processingAmount: 0n },
    ...{ seriesId: null, period: null, sequence: null, number: null, snapshot: null },
    ...{ previousHash: null, hash: null, pdfHash: null, pdfFailedAt: null, issuedAt: null },
    sentAt: null,
    ...{ viewedAt: null, voidedAt: null, voidReason: '', grams: [] },
    ...{ createdAt, createdById: ctx.user.id, updatedAt: createdAt, version: 1 },
  };
}

function writeDraft(batch: Batch, ctx: StaffContext, document: Draft): void {
  const { totals } = takeSnapshot({
    business: ctx.business,
    party: document.party,
    contactName: null,
    document,
    number: null,
    issuedAt: document.createdAt,
  });
  write(batch, document, {
    ...{ netAmount: totals.netTotal, taxAmount: totals.taxTotal, totalAmount: totals.total },
    grams: grams(document.party.displayName, document.reference, document.lines[0]?.description),
  });
  writeLines(batch, document, totals.lines);
  record(batch, ctx, document, 'invoice.drafted', document.createdAt, { draft: document.id });
}

function writeIssued(
  batch: Batch,
  world: InvoiceWorld,
  document: Draft,
  given: { at: Date; now: number; previousHash: string; sequences: Map<string, number> },
): string {
  const { ctx, series, random } = world;
  const { at: issuedAt, now, previousHash, sequences } = given;
  const issueOn = fromDbDate(document.issueOn ?? issuedAt);
  const period = periodOf(series.pattern, issueOn);
  const sequence = (sequences.get(period) ?? 0) + 1;
  sequences.set(period, sequence);
  const number = numberOf(series.pattern, issueOn, sequence);
  const { snapshot, totals } = takeSnapshot({
    business: ctx.business,
    party: document.party,
    contactName: null,
    document,
    number,
    issuedAt,
  });
  const hash = sealOf(snapshot, previousHash);
  const voided = random.chance(1);
  const after = (days: number) => new Date(Math.min(now, issuedAt.getTime() + days * DAY));
  const age = (now - issuedAt.getTime()) / DAY;
  const isPaid = !voided && age > 2 && random.chance(age > 50 ? 96 : 40);
  const part = isPaid && random.chance(2) ? totals.total / 3n : totals.total;
  const facts = {
    ...{ netAmount: totals.netTotal, taxAmount: totals.taxTotal, totalAmount: totals.total },
    openAmount: voided ? 0n : isPaid ? totals.total - part : totals.total,
    ...{ seriesId: series.id, period, sequence, number, snapshot, previousHash, hash, issuedAt },
    sentAt: random.chance(95) ? after(0.01) : null,
    viewedAt: random.chance(70) ? after(1) : null,
    ...{ voidedAt: voided ? after(3) : null, voidReason: voided ? 'Entered twice' : '' },
    updatedAt: issuedAt,
    version: 2,
    grams: grams(
      number,
      document.party.displayName,
      document.reference,
      document.lines[0]?.description,
    ),
  };
  write(batch, document, facts);
  writeLines(batch, document, totals.lines);
  for (const { category, rate, name, base, tax } of totals.taxGroups) {
    const { businessId, id: documentId } = document;
    batch.DocumentTax.push({ businessId, documentId, category, rate, name, base, tax });
  }
  const { currency } = document;
  record(batch, ctx, document, 'invoice.issued', issuedAt, {
    ...{ number, currency, total: String(totals.total) },
  });
  if (random.chance(25)) writeMessage(batch, random, document, number, issuedAt);
  if (isPaid) writePayment(batch, world, document, part, after(2 + random.whole(40)));
  return hash;
}

function write(batch: Batch, document: Draft, facts: Record<string, Cell>): void {
  const { party: _party, lines: _lines, ...columns } = document;
  batch.Document.push({ ...(columns as Record<string, Cell>), ...facts });
}

function writeLines(batch: Batch, { lines }: Draft, totals: readonly { amount: bigint }[]): void {
  for (const [index, line] of lines.entries()) {
    batch.DocumentLine.push({
      ...line,
      quantity: line.quantity.toFixed(),
      unitPrice: line.unitPrice.toFixed(),
      taxRate: line.taxRate.toFixed(),
      amount: totals[index]?.amount ?? 0n,
    });
  }
}

function writePayment(
  batch: Batch,
  { ctx, random }: InvoiceWorld,
  document: Draft,
  settled: bigint,
  createdAt: Date,
): void {
  const { businessId, partyId, currency } = document;
  const id = random.id(createdAt.getTime());
  // Now and then somebody pays too much: the rest is their credit.
  const amount = random.chance(1) ? settled + 500n : settled;
  const method = random.pick(['BANK_TRANSFER', 'BANK_TRANSFER', 'CARD', 'CASH', 'CHEQUE']);
  batch.Payment.push({
    ...{ businessId, id, partyId, currency, amount, method },
    methodDetail: method === 'CARD' ? 'Visa 4242' : '',
    receivedOn: fromDbDate(createdAt),
    reference: document.reference,
    providerId: method === 'CARD' ? `pi_${id}` : null,
    ...{ createdAt, createdById: ctx.user.id },
  });
  batch.Allocation.push({
    ...{ businessId, paymentId: id, documentId: document.id, amount: settled, createdAt },
  });
  record(batch, ctx, document, 'payment.recorded', createdAt, {
    ...{ currency, amount: String(amount), method, credit: String(amount - settled) },
    documents: [{ id: document.id, amount: String(settled) }],
    paymentId: id,
  });
}

function writeMessage(
  batch: Batch,
  random: Random,
  document: Draft,
  number: string,
  createdAt: Date,
): void {
  const { businessId, partyId, party } = document;
  const id = random.id(createdAt.getTime());
  const text = `Invoice ${number} is attached. Thank you for your custom.`;
  batch.Message.push({
    ...{ businessId, id, kind: 'INVOICE', effectKey: `invoice:${document.id}`, partyId },
    ...{ documentId: document.id, toName: party.displayName, toEmail: party.email, cc: [] },
    ...{ locale: document.locale, subject: `Invoice ${number}`, html: `<p>${text}</p>`, text },
    // As text, for an empty list would be written as an array of PostgreSQL's own.
    attachments: '[]',
    messageId: `<${id}@portico.example>`,
    ...{ state: 'SENT', sendAfter: createdAt, createdAt, sentAt: createdAt },
    attempts: 1,
  });
}

function record(
  batch: Batch,
  ctx: StaffContext,
  document: Draft,
  kind: string,
  at: Date,
  { paymentId = null, ...data }: Record<string, unknown> & { paymentId?: string | null },
): void {
  batch.Event.push({
    ...{ businessId: document.businessId, kind, at, data, paymentId },
    ...{ actorKind: 'user', actorId: ctx.user.id, actorName: ctx.user.name },
    partyId: document.partyId,
    documentId: kind === 'invoice.drafted' ? null : document.id,
  });
}
