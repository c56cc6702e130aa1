import { Missing, Refused, Stale } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import type { DocumentKind, TaxRate } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';
import { grams } from '@/lib/search/grams';
import { addDays, toDbDate } from '@/lib/time/calendar-date';
import type { Draft } from './draft-schema';
import { DRAFT_COLUMNS, draftOf, isSameDraft } from './read-draft';
import { computeTotals } from './totals';
import type { TotalsInput } from './totals-input';

type Ctx = StaffContext | SystemContext;
type Saved = { id: string; version: number };

/**
 * Stores a draft as it stands in the editor, complete or not, and returns its new version. `version` 0 makes it. The same
 * save again, because its answer was lost, is the same version. Refuses a document that was issued meanwhile; a newer
 * stored version is a `Stale` with both sides.
 */
export async function saveDraft(ctx: Ctx, kind: DocumentKind, draft: Draft): Promise<Saved> {
  return ctx.transact(async (tx) => {
    const exists = await tx.lock('Document', draft.id);
    if (exists) {
      const saved = await alreadySaved(tx, ctx, kind, draft);
      if (saved) return saved;
    }
    // Deleted meanwhile: saving must not bring it back.
    else if (draft.version !== 0) throw new Missing();
    return writeDraft(tx, ctx, kind, draft, exists);
  });
}

/**
 * Writes a draft inside a transaction that has locked it and knows whether it exists. One that somebody makes in between is
 * a taken key, for which the transaction is run again.
 */
export async function writeDraft(
  tx: ScopedTx,
  ctx: Ctx,
  kind: DocumentKind,
  draft: Draft,
  exists: boolean,
): Promise<Saved> {
  const party = await tx.party.findUnique({ where: ctx.key(draft.partyId) });
  if (!party) throw new Refused('editor.errors.noClient', {}, 'partyId');
  if (party.archivedAt && !exists) throw new Refused('editor.errors.clientArchived', {}, 'partyId');

  const rates = await taxRatesOf(tx, draft);
  const totals = computeTotals(draftTotalsInput(draft, rates));
  const now = ctx.now();
  const issueOn = draft.issueOn;
  const dueOn =
    draft.termsDays === null ? draft.dueOn : addDays(issueOn ?? ctx.today(), draft.termsDays);
  const fields = {
    partyId: party.id,
    title: draft.title,
    currency: draft.currency,
    locale: draft.locale,
    pricesIncludeTax: draft.pricesIncludeTax,
    issueOn: issueOn ? toDbDate(issueOn) : null,
    termsDays: draft.termsDays,
    dueOn: dueOn ? toDbDate(dueOn) : null,
    deliveryOn: draft.deliveryOn ? toDbDate(draft.deliveryOn) : null,
    periodFrom: draft.periodFrom ? toDbDate(draft.periodFrom) : null,
    periodTo: draft.periodTo ? toDbDate(draft.periodTo) : null,
    reference: draft.reference,
    notes: draft.notes,
    terms: draft.terms,
    ...discountColumns(draft.discount),
    netAmount: totals.netTotal,
    taxAmount: totals.taxTotal,
    totalAmount: totals.total,
    grams: grams(party.displayName, draft.title, draft.reference, draft.lines[0]?.description),
    updatedAt: now,
  };
  if (exists) {
    await tx.document.update({
      where: ctx.key(draft.id),
      data: { ...fields, version: { increment: 1 } },
    });
    await tx.documentLine.deleteMany({ where: { documentId: draft.id } });
  } else {
    await tx.document.create({
      data: {
        businessId: ctx.business.id,
        id: draft.id,
        kind,
        ...fields,
        createdAt: now,
        createdById: ctx.kind === 'staff' ? ctx.user.id : null,
      },
    });
  }
  await tx.documentLine.createMany({
    data: draft.lines.map((line, position) => ({
      businessId: ctx.business.id,
      id: line.id,
      documentId: draft.id,
      position,
      description: line.description,
      details: line.details,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      ...discountColumns(line.discount),
      ...taxColumns(line.taxRateId, rates),
      amount: totals.lines[position]?.amount ?? 0n,
    })),
  });
  if (!exists) {
    recordEvent(tx, ctx, {
      kind: 'invoice.drafted',
      partyId: party.id,
      // No foreign key: events are kept for ever, and a draft may be deleted.
      data: { draft: draft.id },
    });
  }
  return { id: draft.id, version: exists ? draft.version + 1 : 1 };
}

/** Null when this save may go on; the stored version when it is stored as it stands. */
async function alreadySaved(
  tx: ScopedTx,
  ctx: Ctx,
  kind: DocumentKind,
  draft: Draft,
): Promise<Saved | null> {
  const stored = await tx.document.findUnique({
    where: ctx.key(draft.id),
    select: { ...DRAFT_COLUMNS, kind: true, issuedAt: true, updatedAt: true },
  });
  if (!stored || stored.kind !== kind) throw new Missing();
  if (stored.issuedAt) throw new Refused('editor.errors.issuedMeanwhile');
  if (stored.version === draft.version) return null;
  const { id, version, updatedAt } = stored;
  if (version === draft.version + 1 && isSameDraft(draftOf(stored), draft)) return { id, version };
  throw new Stale({ updatedAt: updatedAt.toISOString() }, '', version);
}

async function taxRatesOf(tx: ScopedTx, draft: Draft): Promise<Map<string, TaxRate>> {
  const ids = [...new Set(draft.lines.flatMap((line) => line.taxRateId ?? []))];
  const rates = await tx.taxRate.findMany({ where: { id: { in: ids } } });
  const missing = draft.lines.findIndex(
    (line) => line.taxRateId && !rates.some((rate) => rate.id === line.taxRateId),
  );
  if (missing >= 0) throw new Refused('editor.errors.noTaxRate', {}, `lines.${missing}.taxRateId`);
  return new Map(rates.map((rate) => [rate.id, rate]));
}

/** What the calculator needs of a draft. A line without a tax rate is outside the scope of tax. */
function draftTotalsInput(draft: Draft, rates: Map<string, TaxRate>): TotalsInput {
  return {
    currency: draft.currency,
    pricesIncludeTax: draft.pricesIncludeTax,
    documentDiscount: draft.discount,
    lines: draft.lines.map((line) => {
      const tax = taxColumns(line.taxRateId, rates);
      return {
        id: line.id,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        discount: line.discount,
        tax: { name: tax.taxName, rate: tax.taxRate, category: tax.taxCategory },
      };
    }),
  };
}

function taxColumns(id: string | null, rates: Map<string, TaxRate>) {
  const rate = id ? rates.get(id) : undefined;
  return {
    taxRateId: rate?.id ?? null,
    taxName: rate?.name ?? '',
    taxRate: rate?.rate.toFixed() ?? '0',
    taxCategory: rate?.category ?? ('OUTSIDE_SCOPE' as const),
    exemptionReason: rate?.exemptionReason ?? '',
  };
}

function discountColumns(discount: Draft['discount']) {
  return {
    discountKind: discount
      ? discount.kind === 'percent'
        ? ('PERCENT' as const)
        : ('AMOUNT' as const)
      : null,
    discountValue: discount?.value ?? null,
  };
}
