import type { Prisma } from '@/lib/db/generated/client';
import { fromDbDate } from '@/lib/time/calendar-date';
import { discountOf, plain } from './document-input';
import type { Draft } from './draft-schema';

/** The columns a draft is read from. */
export const DRAFT_COLUMNS = {
  id: true,
  version: true,
  partyId: true,
  title: true,
  currency: true,
  locale: true,
  pricesIncludeTax: true,
  issueOn: true,
  termsDays: true,
  dueOn: true,
  deliveryOn: true,
  periodFrom: true,
  periodTo: true,
  reference: true,
  notes: true,
  terms: true,
  discountKind: true,
  discountValue: true,
  lines: {
    orderBy: { position: 'asc' },
    select: {
      id: true,
      description: true,
      details: true,
      quantity: true,
      unit: true,
      unitPrice: true,
      discountKind: true,
      discountValue: true,
      taxRateId: true,
    },
  },
} as const satisfies Prisma.DocumentSelect;

type StoredDraft = Prisma.DocumentGetPayload<{ select: typeof DRAFT_COLUMNS }>;

/** A stored document as the editor holds it; what `saveDraft` takes. Of an issued one it is a copy to start from. */
export function draftOf(stored: StoredDraft): Draft {
  const date = (value: Date | null) => (value ? fromDbDate(value) : null);
  return {
    id: stored.id,
    version: stored.version,
    partyId: stored.partyId,
    title: stored.title,
    currency: stored.currency,
    locale: stored.locale,
    pricesIncludeTax: stored.pricesIncludeTax,
    issueOn: date(stored.issueOn),
    termsDays: stored.termsDays,
    dueOn: date(stored.dueOn),
    deliveryOn: date(stored.deliveryOn),
    periodFrom: date(stored.periodFrom),
    periodTo: date(stored.periodTo),
    reference: stored.reference,
    notes: stored.notes,
    terms: stored.terms,
    discount: discountOf(stored),
    lines: stored.lines.map((line) => ({
      id: line.id,
      description: line.description,
      details: line.details,
      quantity: plain(line.quantity),
      unit: line.unit,
      unitPrice: plain(line.unitPrice),
      discount: discountOf(line),
      taxRateId: line.taxRateId,
    })),
  };
}

/** Whether two drafts say the same, whatever their versions: '1.50' is 1.5, and a due date that follows from terms counts for nothing. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

function comparable(draft: Draft) {
  const { lines, version: _version, ...rest } = draft;
  const discount = (given: Draft['discount']) =>
    given && { kind: given.kind, value: plain(given.value) };
  const fields = {
    ...rest,
    dueOn: draft.termsDays === null ? draft.dueOn : null,
    discount: discount(draft.discount),
  };
  return {
    fields: Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)),
    lines: lines.map((line) => [
      line.id,
      line.description,
      line.details,
      plain(line.quantity),
      line.unit,
      plain(line.unitPrice),
      discount(line.discount),
      line.taxRateId,
    ]),
  };
}
