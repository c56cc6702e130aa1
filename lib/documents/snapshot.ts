import type { AnyContext } from '@/lib/auth/context';
import type { Business, Document, DocumentLine, Party } from '@/lib/db/generated/client';
import { env } from '@/lib/env/env';
import { translator } from '@/lib/i18n/translate';
import { displayName } from '@/lib/parties/names';
import { fromDbDate } from '@/lib/time/calendar-date';
import { discountOf, plain, totalsInputOf } from './document-input';
import { bankFacts, paperBuyer, paperSeller } from './paper-parties';
import type { Paper } from './pdf/paper';
import { computeTotals, type Totals } from './totals';

/** What is frozen when a document is issued: the paper itself, with the logo by its hash. */
export type DocumentSnapshot = Omit<Paper, 'logoPng' | 'stamp' | 'paid' | 'amountDue'> & {
  format: 1;
  documentId: string;
  partyId: string;
  logoHash: string | null;
};

type Source = {
  business: Business;
  party: Party;
  contactName: string | null;
  document: Document & { lines: DocumentLine[] };
  number: string | null;
  issuedAt: Date;
};

/** The snapshot of a document as it stands, in the document's language, and the totals it was drawn from. */
export function takeSnapshot(source: Source): { snapshot: DocumentSnapshot; totals: Totals } {
  const { business, party, document } = source;
  const { locale } = document;
  const totals = computeTotals(totalsInputOf(document));
  const t = translator(locale);
  const snapshot: DocumentSnapshot = {
    format: 1,
    documentId: document.id,
    partyId: party.id,
    kind: document.kind,
    number: source.number,
    title: null,
    locale,
    currency: document.currency,
    pageSize: business.paperSize,
    brandColor: business.brandColor,
    logoHash: business.logoHash,
    seller: paperSeller(business, party, locale),
    buyer: paperBuyer(business, party, source.contactName, locale),
    issueOn: dateOf(document.issueOn),
    dueOn: dateOf(document.dueOn),
    deliveryOn: dateOf(document.deliveryOn),
    periodFrom: dateOf(document.periodFrom),
    periodTo: dateOf(document.periodTo),
    reference: document.reference || null,
    corrects: null,
    pricesIncludeTax: document.pricesIncludeTax,
    lines: document.lines.map((line, index) => {
      const line_ = totals.lines[index];
      const discount = discountOf(line);
      return {
        description: line.description,
        details: line.details || null,
        quantity: plain(line.quantity),
        unit: line.unit || null,
        unitPrice: plain(line.unitPrice),
        discount:
          discount && line_ && line_.discount !== 0n
            ? {
                label: null,
                percent: discount.kind === 'percent' ? discount.value : null,
                amount: String(line_.discount),
              }
            : null,
        taxRate: line_?.rate ?? plain(line.taxRate),
        taxCategory: line.taxCategory,
        amount: String(line_?.amount ?? 0n),
      };
    }),
    documentDiscount:
      totals.discountTotal === 0n
        ? null
        : {
            label: null,
            percent:
              document.discountKind === 'PERCENT' ? (discountOf(document)?.value ?? null) : null,
            amount: String(totals.discountTotal),
          },
    taxGroups: totals.taxGroups.map((group) => ({
      category: group.category,
      name: group.name,
      rate: group.rate,
      exemptionReason:
        document.lines.find((line) => line.taxCategory === group.category && line.exemptionReason)
          ?.exemptionReason ?? null,
      base: String(group.base),
      tax: String(group.tax),
      gross: String(group.gross),
    })),
    subtotal: String(totals.subtotal),
    discountTotal: String(totals.discountTotal),
    netTotal: String(totals.netTotal),
    taxTotal: String(totals.taxTotal),
    total: String(totals.total),
    notes: document.notes || null,
    terms: document.terms || null,
    paymentTermsText:
      document.termsDays === null
        ? null
        : t('documents.paymentTerms', { days: document.termsDays }),
    bank: bankFacts(business, source.number),
    portalUrl: `${env().baseUrl}/i/${document.id}`,
    documentDate: source.issuedAt.toISOString(),
  };
  return { snapshot, totals };
}

/** The paper to draw: the snapshot with its logo's bytes, and what has been paid since (nothing, on the stored PDF). */
export function paperOf(
  snapshot: DocumentSnapshot,
  extra: {
    logoPng: string | null;
    stamp?: Paper['stamp'];
    paid?: Paper['paid'];
    amountDue?: string;
  },
): Paper {
  const {
    format: _format,
    documentId: _document,
    partyId: _party,
    logoHash: _logo,
    ...paper
  } = snapshot;
  return {
    ...paper,
    logoPng: extra.logoPng,
    stamp: extra.stamp ?? null,
    paid: extra.paid ?? [],
    amountDue: extra.amountDue ?? snapshot.total,
  };
}

/** The snapshot stored with an issued document. */
export function storedSnapshot(document: Pick<Document, 'snapshot'>): DocumentSnapshot {
  const snapshot = document.snapshot as DocumentSnapshot | null;
  if (snapshot?.format !== 1) throw new Error('the document has no snapshot');
  return snapshot;
}

/** The name that stands under an organisation's: its main contact's. */
export async function mainContactName(
  db: AnyContext['db'],
  party: Pick<Party, 'id' | 'kind'>,
): Promise<string | null> {
  if (party.kind === 'PERSON') return null;
  const contact = await db.contact.findFirst({
    where: { partyId: party.id, isMain: true, archivedAt: null },
    select: { givenName: true, familyName: true },
  });
  return contact ? displayName({ kind: 'PERSON', ...contact }) : null;
}

const dateOf = (date: Date | null) => (date ? fromDbDate(date) : null);
