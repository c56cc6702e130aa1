import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { numberOf, periodOf } from '@/lib/businesses/number-pattern';
import type {
  Document,
  DocumentLine,
  NumberSeries,
  Party,
  Prisma,
} from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { refreshPartyBalance } from '@/lib/documents/balances';
import { sealOf } from '@/lib/documents/seal';
import { mainContactName, takeSnapshot } from '@/lib/documents/snapshot';
import { missingTaxEvidence } from '@/lib/documents/tax-evidence';
import { recordEvent } from '@/lib/events/record-event';
import { enqueue } from '@/lib/jobs/enqueue';
import { grams } from '@/lib/search/grams';
import { addDays, fromDbDate, toDbDate } from '@/lib/time/calendar-date';

type Ctx = StaffContext | SystemContext;
type Issued = { id: string; number: string };

/**
 * Issues a draft invoice: takes the next number of its series, freezes the snapshot, chains its hash and queues the PDF,
 * in one transaction. Asked again, it answers the same number. `version` guards against issuing what was not seen.
 * Refuses: an archived client, no lines, a line without words, a business without address, a negative total, a date in
 * the future or before the last one issued in the series, a due date before the issue date, and a tax category without
 * what it needs on paper (`missingTaxEvidence`).
 */
export async function issueInvoice(
  ctx: Ctx,
  input: { id: string; version: number },
): Promise<Issued> {
  const draft = await ctx.db.document.findFirst({
    where: { id: input.id, kind: 'INVOICE' },
    select: { partyId: true },
  });
  if (!draft) throw new Missing();
  return ctx.transact((tx) => issueWithin(tx, ctx, draft.partyId, input));
}

/** As `issueInvoice`, inside a transaction that does more (issue and send). */
export async function issueWithin(
  tx: ScopedTx,
  ctx: Ctx,
  partyId: string,
  input: { id: string; version: number },
): Promise<Issued> {
  await tx.lock('Party', partyId);
  await tx.lock('Document', input.id);
  const document = await tx.document.findUnique({
    where: ctx.key(input.id),
    include: { party: true, lines: { orderBy: { position: 'asc' } } },
  });
  if (!document || document.partyId !== partyId) throw new Missing();
  if (document.issuedAt) return { id: document.id, number: document.number ?? '' };
  if (document.version !== input.version) throw new Refused('editor.errors.changedMeanwhile');
  refuseIncomplete(ctx, document);

  const issueOn = document.issueOn ? fromDbDate(document.issueOn) : ctx.today();
  if (issueOn > ctx.today()) throw new Refused('editor.errors.issueInFuture', {}, 'issueOn');
  const dueOn =
    document.termsDays === null ? dueDate(document) : addDays(issueOn, document.termsDays);
  if (dueOn && dueOn < issueOn) throw new Refused('editor.errors.dueBeforeIssue', {}, 'dueOn');

  const series = await lockSeries(tx, ctx);
  const period = periodOf(series.pattern, issueOn);
  const { businessId, seriesId } = { businessId: ctx.business.id, seriesId: series.id };
  const counters = await tx.numberCounter.findMany({ where: { seriesId } });
  const last = counters
    .flatMap(({ lastIssuedOn }) => (lastIssuedOn ? fromDbDate(lastIssuedOn) : []))
    .sort()
    .at(-1);
  if (last && issueOn < last) {
    throw new Refused(
      'editor.errors.dateBeforeLast',
      { date: ctx.f.date(last, 'long') },
      'issueOn',
    );
  }
  const sequence = (counters.find((counter) => counter.period === period)?.lastNumber ?? 0) + 1;
  const number = numberOf(series.pattern, issueOn, sequence);
  const previous = await tx.document.findFirst({
    where: { seriesId, issuedAt: { not: null } },
    orderBy: { issuedAt: 'desc' },
    select: { hash: true, issuedAt: true },
  });
  // The chain follows issuedAt; two documents of one millisecond would leave its order open.
  const clock = ctx.now();
  const issuedAt =
    previous?.issuedAt && previous.issuedAt >= clock
      ? new Date(previous.issuedAt.getTime() + 1)
      : clock;
  const dated = { ...document, issueOn: toDbDate(issueOn), dueOn: dueOn ? toDbDate(dueOn) : null };
  const contactName = await mainContactName(tx, document.party);
  const { snapshot, totals } = takeSnapshot({
    business: ctx.business,
    party: document.party,
    contactName,
    document: dated,
    number,
    issuedAt,
  });
  if (totals.total < 0n) throw new Refused('editor.errors.negativeTotal');

  const drafted = new Map(document.lines.map(({ id, amount }) => [id, amount]));
  if (totals.lines.some(({ id, amount }) => drafted.get(id) !== amount)) {
    throw new Error(`the lines of ${document.id} were stored with other amounts`);
  }
  await tx.documentTax.createMany({
    data: totals.taxGroups.map(({ category, rate, name, base, tax }) => ({
      businessId,
      documentId: document.id,
      category,
      rate,
      name,
      base,
      tax,
    })),
  });
  const previousHash = previous?.hash ?? '';
  const counted = { lastNumber: sequence, lastIssuedOn: toDbDate(issueOn) };
  await tx.numberCounter.upsert({
    where: { businessId_seriesId_period: { businessId, seriesId, period } },
    create: { businessId, seriesId, period, ...counted },
    update: counted,
  });
  await tx.document.update({
    where: ctx.key(document.id),
    data: {
      issueOn: dated.issueOn,
      dueOn: dated.dueOn,
      netAmount: totals.netTotal,
      taxAmount: totals.taxTotal,
      totalAmount: totals.total,
      openAmount: totals.total,
      seriesId,
      period,
      sequence,
      number,
      snapshot: snapshot as unknown as Prisma.InputJsonObject,
      previousHash,
      hash: sealOf(snapshot, previousHash),
      issuedAt,
      updatedAt: issuedAt,
      version: { increment: 1 },
      grams: grams(
        number,
        document.party.displayName,
        document.title,
        document.reference,
        document.lines[0]?.description,
      ),
    },
  });
  if (document.party.stage !== 'CUSTOMER') {
    await tx.party.update({ where: ctx.key(partyId), data: { stage: 'CUSTOMER' } });
  }
  await refreshPartyBalance(tx, ctx, partyId, document.currency);
  recordEvent(tx, ctx, {
    kind: 'invoice.issued',
    partyId,
    documentId: document.id,
    data: { number, currency: document.currency, total: String(totals.total) },
  });
  await enqueue(tx, 'render-document-pdf', {
    businessId,
    documentId: document.id,
  });
  return { id: document.id, number };
}

/** The series as it stands once nobody else can change it: its pattern may have been changed while we waited. */
async function lockSeries(tx: ScopedTx, ctx: Ctx): Promise<NumberSeries> {
  const where = { businessId_kind: { businessId: ctx.business.id, kind: 'INVOICE' as const } };
  const { id } = await tx.numberSeries.findUniqueOrThrow({ where, select: { id: true } });
  await tx.lock('NumberSeries', id);
  return tx.numberSeries.findUniqueOrThrow({ where });
}

type WithLines = Document & { party: Party; lines: DocumentLine[] };

function refuseIncomplete(ctx: Ctx, document: WithLines): void {
  if (document.party.archivedAt) throw new Refused('editor.errors.clientArchived', {}, 'partyId');
  if (!ctx.business.street && !ctx.business.city)
    throw new Refused('editor.errors.businessAddress');
  if (document.lines.length === 0) throw new Refused('editor.errors.noLines', {}, 'lines');
  const wordless = document.lines.findIndex((line) => !line.description);
  if (wordless >= 0) {
    throw new Refused(
      'editor.errors.lineWithoutWords',
      { line: wordless + 1 },
      `lines.${wordless}.description`,
    );
  }
  if (document.periodFrom && document.periodTo && document.periodTo < document.periodFrom) {
    throw new Refused('editor.errors.periodBackwards', {}, 'periodTo');
  }
  const [missing] = missingTaxEvidence({
    categories: document.lines.map((line) => line.taxCategory),
    sellerTaxId: ctx.business.taxId,
    buyerTaxId: document.party.taxId,
    isDated: Boolean(document.deliveryOn ?? document.periodFrom ?? document.periodTo),
  });
  if (missing) throw new Refused(`editor.errors.${missing}`);
}

function dueDate(document: Document): string | null {
  return document.dueOn ? fromDbDate(document.dueOn) : null;
}
