import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { taxesOf } from '@/lib/businesses/country-taxes';
import type { Document, DocumentLine, Party, TaxCategory } from '@/lib/db/generated/client';
import { plain } from '@/lib/documents/document-input';
import { draftSnapshot } from '@/lib/documents/draft-paper';
import { type MissingTaxEvidence, missingTaxEvidence } from '@/lib/documents/tax-evidence';
import { taxLabel } from '@/lib/documents/tax-label';
import { factKey } from '@/lib/parties/completeness';
import { undrawable } from '@/lib/pdf/clean-text';
import { isCovered } from '@/lib/pdf/coverage';
import { missingParts } from '@/lib/places/address';
import { countryInSentence } from '@/lib/places/countries';
import { checkTaxId, explainTaxId, taxIdName } from '@/lib/places/tax-id';
import { addDays, type CalendarDate, fromDbDate, toDbDate } from '@/lib/time/calendar-date';
import { isWeekend, nextWorkday } from '@/lib/time/weekend';

/**
 * One thing looked at before issuing, said in the reader's language. 'stop': issuing will be refused; 'warn': look again;
 * 'fine': in order. The remedy is a page to go to, or a due date to take.
 */
export type PreflightCheck = {
  id: string;
  severity: 'stop' | 'warn' | 'fine';
  text: string;
  note?: string;
  remedy?: { label: string; href?: string; dueOn?: CalendarDate };
};

const LINE_TAX = { taxCategory: true, taxName: true, taxRate: true } as const;

type Checked = Document & { party: Party; lines: Pick<DocumentLine, keyof typeof LINE_TAX>[] };

/** How many days back an invoice of the same client and total counts as the same one again. */
const LOOKALIKE_DAYS = 45;

const NEEDS_BUYER_TAX_ID: readonly TaxCategory[] = ['REVERSE_CHARGE', 'INTRA_COMMUNITY'];

/** What is worth a look before a draft is issued, the worst first. */
export async function preflight(ctx: StaffContext, documentId: string): Promise<PreflightCheck[]> {
  const document = await ctx.db.document.findFirst({
    where: { id: documentId, issuedAt: null },
    include: { party: true, lines: { select: LINE_TAX } },
  });
  if (!document) throw new Missing();
  const checks = [
    ...ownAddress(ctx),
    billingAddress(ctx, document.party),
    ...taxEvidence(ctx, document),
    ...taxAbroad(ctx, document),
    ...outsideScope(ctx, document),
    ...taxId(ctx, document),
    email(ctx, document.party),
    ...dueDay(ctx, document),
    ...money(ctx, document),
    ...(await lookalike(ctx, document)),
    ...(await letters(ctx, document.id)),
  ];
  const order = { stop: 0, warn: 1, fine: 2 };
  return checks.sort((a, b) => order[a.severity] - order[b.severity]);
}

const base = (ctx: StaffContext) => `/b/${ctx.business.slug}`;

const editClient = (ctx: StaffContext, party: Party) => ({
  label: ctx.t('editor.checks.editClient'),
  href: `${base(ctx)}/clients/${party.id}/edit`,
});

const openSettings = (ctx: StaffContext) =>
  ctx.may('settings.write')
    ? { remedy: { label: ctx.t('editor.checks.openSettings'), href: `${base(ctx)}/settings` } }
    : {};

function ownAddress(ctx: StaffContext): PreflightCheck[] {
  if (ctx.business.street || ctx.business.city) return [];
  const text = ctx.t('editor.checks.ownAddress');
  return [{ id: 'ownAddress', severity: 'stop', text, ...openSettings(ctx) }];
}

/** What the law wants on an invoice without tax, each with its remedy. */
function taxEvidence(ctx: StaffContext, document: Checked): PreflightCheck[] {
  const { party, lines } = document;
  const remedies: Record<MissingTaxEvidence, Pick<PreflightCheck, 'remedy'>> = {
    ownTaxIdNeeded: openSettings(ctx),
    reverseNeedsTaxId: { remedy: editClient(ctx, party) },
    intraNeedsTaxId: { remedy: editClient(ctx, party) },
    intraNeedsDelivery: {},
  };
  return missingTaxEvidence({
    categories: lines.map((line) => line.taxCategory),
    sellerTaxId: ctx.business.taxId,
    buyerTaxId: party.taxId,
    isDated: Boolean(document.deliveryOn ?? document.periodFrom ?? document.periodTo),
  }).map((missing) => ({
    id: missing,
    severity: 'stop',
    text: ctx.t(`editor.errors.${missing}`),
    ...remedies[missing],
  }));
}

/**
 * Tax of this country on an invoice to another one, where it is seldom due. Within the European Union it is for people,
 * who are taxed where the seller is until a threshold (Directive 2006/112/EC, article 59c).
 */
function taxAbroad(ctx: StaffContext, { party, lines }: Checked): PreflightCheck[] {
  const { country } = ctx.business;
  const isUnion = taxesOf(country).euTrade && taxesOf(party.country).euTrade;
  if (party.country === country || (isUnion && party.kind === 'PERSON')) return [];
  const taxed = lines.find((line) => line.taxCategory === 'STANDARD' && !line.taxRate.isZero());
  if (!taxed) return [];
  const text = ctx.t('editor.checks.taxAbroad', {
    client: party.displayName,
    country: countryInSentence(party.country, ctx.locale),
    tax: taxLabel(taxed.taxName, ctx.f.percent(plain(taxed.taxRate))),
  });
  return [{ id: 'taxAbroad', severity: 'warn', text }];
}

/** EN 16931, BR-O-11: what is not subject to VAT stands on an invoice of its own. Only the Union's invoices are held to it. */
function outsideScope(ctx: StaffContext, { lines }: Checked): PreflightCheck[] {
  const categories = new Set(lines.map((line) => line.taxCategory));
  const isMixed = categories.has('OUTSIDE_SCOPE') && categories.size > 1;
  if (!isMixed || !taxesOf(ctx.business.country).euTrade) return [];
  return [{ id: 'outsideScope', severity: 'warn', text: ctx.t('editor.checks.outsideScope') }];
}

function billingAddress(ctx: StaffContext, party: Party): PreflightCheck {
  const missing = missingParts(party);
  if (missing.length === 0) {
    return { id: 'address', severity: 'fine', text: ctx.t('editor.checks.addressComplete') };
  }
  const names = missing.flatMap((part) => (part === 'street2' ? [] : [ctx.t(factKey(part))]));
  return {
    id: 'address',
    severity: 'warn',
    text: ctx.t('editor.checks.addressLacks', { parts: ctx.f.list(names) }),
    remedy: editClient(ctx, party),
  };
}

function taxId(ctx: StaffContext, { party, lines }: Checked): PreflightCheck[] {
  const name = taxIdName(party.country, ctx.locale);
  if (!party.taxId) {
    // `taxEvidence` has stopped here already.
    const isStopped = lines.some(({ taxCategory }) => NEEDS_BUYER_TAX_ID.includes(taxCategory));
    if (isStopped || party.kind === 'PERSON') return [];
    const text = ctx.t('editor.checks.taxIdMissing', { name });
    return [{ id: 'taxId', severity: 'warn', text, remedy: editClient(ctx, party) }];
  }
  const check = checkTaxId(party.country, party.taxId);
  if (check.ok) {
    const text = ctx.t('editor.checks.taxIdFine', { name });
    return [{ id: 'taxId', severity: 'fine', text, note: check.display }];
  }
  return [
    {
      id: 'taxId',
      severity: 'warn',
      text: ctx.t('editor.checks.taxIdOdd', { name }),
      note: explainTaxId(check, ctx.locale),
      remedy: editClient(ctx, party),
    },
  ];
}

function email(ctx: StaffContext, party: Party): PreflightCheck {
  if (party.email) {
    return {
      id: 'email',
      severity: 'fine',
      text: ctx.t('editor.checks.emailFine'),
      note: party.email,
    };
  }
  return {
    id: 'email',
    severity: 'warn',
    text: ctx.t('editor.checks.emailMissing'),
    remedy: editClient(ctx, party),
  };
}

function dueDay(ctx: StaffContext, document: Checked): PreflightCheck[] {
  if (!document.dueOn) return [];
  const issueOn = document.issueOn ? fromDbDate(document.issueOn) : ctx.today();
  // Terms count from the day of issuing; that is today unless a date was set.
  const dueOn =
    document.termsDays === null ? fromDbDate(document.dueOn) : addDays(issueOn, document.termsDays);
  if (dueOn < issueOn) {
    return [{ id: 'due', severity: 'stop', text: ctx.t('editor.errors.dueBeforeIssue') }];
  }
  const { country } = ctx.business;
  if (!isWeekend(dueOn, country)) return [];
  const workday = nextWorkday(dueOn, country);
  const day = (date: CalendarDate) => ({
    day: ctx.f.weekday(date),
    date: ctx.f.date(date, 'short'),
  });
  return [
    {
      id: 'due',
      severity: 'warn',
      text: ctx.t('editor.checks.weekend', day(dueOn)),
      remedy: { label: ctx.t('editor.checks.moveDue', day(workday)), dueOn: workday },
    },
  ];
}

function money(ctx: StaffContext, document: Checked): PreflightCheck[] {
  const checks: PreflightCheck[] = [];
  if (document.totalAmount < 0n) {
    checks.push({ id: 'total', severity: 'stop', text: ctx.t('editor.errors.negativeTotal') });
  } else if (document.totalAmount === 0n) {
    checks.push({ id: 'total', severity: 'warn', text: ctx.t('editor.checks.zeroTotal') });
  }
  const { party, currency } = document;
  if (currency !== party.currency) {
    const text = ctx.t('editor.checks.otherCurrency', {
      client: party.displayName,
      usual: party.currency,
      now: currency,
    });
    checks.push({ id: 'currency', severity: 'warn', text });
  }
  return checks;
}

/** An invoice issued to this client lately with the same total: perhaps the same work billed twice. */
async function lookalike(ctx: StaffContext, document: Checked): Promise<PreflightCheck[]> {
  if (document.totalAmount <= 0n) return [];
  const found = await ctx.db.document.findFirst({
    where: {
      kind: 'INVOICE',
      partyId: document.partyId,
      currency: document.currency,
      totalAmount: document.totalAmount,
      issuedAt: { not: null },
      voidedAt: null,
      issueOn: { gte: toDbDate(addDays(ctx.today(), -LOOKALIKE_DAYS)) },
    },
    orderBy: { issueOn: 'desc' },
    select: { id: true, number: true, issueOn: true },
  });
  if (!found?.issueOn) return [];
  return [
    {
      id: 'lookalike',
      severity: 'warn',
      text: ctx.t('editor.checks.lookalike', {
        number: found.number ?? '',
        date: ctx.f.date(fromDbDate(found.issueOn), 'short'),
      }),
      remedy: {
        label: ctx.t('editor.checks.openLookalike'),
        href: `${base(ctx)}/invoices/${found.id}`,
      },
    },
  ];
}

const MOST_NAMED = 8;

/** Characters that no font of ours has: the PDF would show boxes in their place. */
async function letters(ctx: StaffContext, documentId: string): Promise<PreflightCheck[]> {
  const lost = undrawable(await draftSnapshot(ctx, documentId), isCovered);
  if (lost.length === 0) return [];
  const named = lost.slice(0, MOST_NAMED).join(' ') + (lost.length > MOST_NAMED ? ' …' : '');
  return [
    {
      id: 'letters',
      severity: 'warn',
      text: ctx.t('editor.checks.letters', { count: lost.length }),
      note: named,
    },
  ];
}
