import type { StaffContext } from '@/lib/auth/context';
import { isLocale, LANGUAGE_NAMES } from '@/lib/i18n/locale';
import { isCurrency } from '@/lib/money/currencies';
import type { EventKind } from './kinds';
import { type Filling, type SentencePart, sentence } from './sentence';
import type { StoredEvent } from './stored-event';

const METHODS = ['CARD', 'BANK_DEBIT', 'BANK_TRANSFER', 'CASH', 'CHEQUE', 'OTHER'] as const;

/** The fields of a client or contact whose change is told by name. */
const FIELDS = [
  'kind',
  'companyName',
  'givenName',
  'familyName',
  'jobTitle',
  'email',
  'phone',
  'street',
  'street2',
  'city',
  'region',
  'postcode',
  'country',
  'taxId',
  'locale',
  'currency',
  'paymentTermsDays',
  'getsInvoices',
  'getsReceipts',
  'isMain',
] as const;
export type ToldField = (typeof FIELDS)[number];

/** Changes shown with both values; more are only named. */
const MOST_TOLD = 2;
const MOST_WORDS = 280;

type Data = Record<string, unknown>;

/** An event as a sentence and one soft line below it. `namesClient` adds whose it is, where that isn't the page's subject. */
export function describeEvent(
  ctx: StaffContext,
  event: StoredEvent,
  more: { notes: ReadonlyMap<string, string>; namesClient: boolean; documentId: string | null },
): { body: SentencePart[]; quote: SentencePart[] } {
  const kind = event.kind as EventKind;
  const data = (event.data ?? {}) as Data;
  const slug = ctx.business.slug;
  const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : '');
  const client: SentencePart = {
    text: event.party?.displayName ?? text('name'),
    strong: true,
    href: event.partyId ? `/b/${slug}/clients/${event.partyId}` : undefined,
  };
  const fillings: Record<string, Filling> = {
    actor: { text: actorName(ctx, event), strong: true },
    by: event.actorKind,
    client,
    document: documentPart(ctx, event, text('number')),
    amount: amountPart(ctx, event, data),
    method: METHODS.find((known) => known === (text('method') || event.payment?.method)) ?? 'OTHER',
    name: { text: text('name') || text('email') || text('toName') || text('to'), strong: true },
    to: { text: text('toEmail') || text('to') || text('toName') || text('email'), isCode: true },
    connection: text('connection') === 'mail' ? 'mail' : 'stripe',
    direction: archivedDirection(data),
    revoked: data.revoked === true ? 'yes' : 'no',
    mail: text('mail') || 'INVOICE',
    role: roleOf(data.role),
    phase: kind === 'payment.disputeClosed' && data.wasInquiry ? 'inquiry' : text('phase'),
  };
  const body = sentence((values) => ctx.t(`timeline.events.${kind}`, values), fillings);
  const named = body.some((part) => part.text === client.text);
  return { body, quote: quoteOf(ctx, event, data, { ...more, client: named ? null : client }) };
}

function actorName(ctx: StaffContext, event: StoredEvent): string {
  return event.actorKind === 'system' ? ctx.t('timeline.system') : event.actorName;
}

function documentPart(ctx: StaffContext, event: StoredEvent, number: string): SentencePart {
  const known = event.document?.number ?? number;
  const href = event.documentId
    ? `/b/${ctx.business.slug}/invoices/${event.documentId}`
    : undefined;
  if (known) return { text: known, strong: true, isCode: true, href };
  return {
    text: ctx.t(event.documentId ? 'timeline.draft' : 'timeline.invoices'),
    strong: true,
    href,
  };
}

/** What the event itself says counts: amounts may have changed since. */
function amountPart(ctx: StaffContext, event: StoredEvent, data: Data): SentencePart {
  const stated = [data.amount, data.total].find(
    (value) => typeof value === 'string' && /^-?\d{1,18}$/.test(value),
  ) as string | undefined;
  const currency = typeof data.currency === 'string' ? data.currency : event.payment?.currency;
  const minor = stated === undefined ? event.payment?.amount : BigInt(stated);
  if (minor === undefined || !currency || !isCurrency(currency)) return { text: '' };
  const href = event.paymentId ? `/b/${ctx.business.slug}/payments/${event.paymentId}` : undefined;
  return { text: ctx.f.money(minor, currency), strong: true, href };
}

function archivedDirection(data: Data): string {
  const archived = Array.isArray(data.archived) ? data.archived.at(-1) : undefined;
  return archived === true ? 'archived' : archived === false ? 'restored' : 'changed';
}

function roleOf(role: unknown): string {
  const last = Array.isArray(role) ? role.at(-1) : role;
  return typeof last === 'string' ? last : 'MEMBER';
}

function quoteOf(
  ctx: StaffContext,
  event: StoredEvent,
  data: Data,
  {
    notes,
    namesClient,
    documentId,
    client,
  }: {
    notes: ReadonlyMap<string, string>;
    namesClient: boolean;
    documentId: string | null;
    client: SentencePart | null;
  },
): SentencePart[] {
  const parts: SentencePart[] = [];
  if (namesClient && client?.text && event.partyId) parts.push({ ...client, strong: false });
  const words = quotedWords(ctx, event, data, notes) || shareWords(ctx, data, documentId);
  if (words) parts.push({ text: parts.length > 0 ? ctx.t('timeline.after', { words }) : words });
  return parts;
}

function quotedWords(
  ctx: StaffContext,
  event: StoredEvent,
  data: Data,
  notes: ReadonlyMap<string, string>,
): string {
  const { noteId, reason, changes, total, credit, currency } = data;
  if (typeof noteId === 'string') {
    const body = notes.get(noteId);
    return body ? ctx.t('timeline.quoted', { words: shortened(body) }) : '';
  }
  if (typeof reason === 'string' && reason) {
    return ctx.t('timeline.quoted', { words: shortened(reason) });
  }
  if (/^(client|contact)\.updated$/.test(event.kind) && changes && typeof changes === 'object') {
    return changedWords(ctx, changes as Record<string, unknown>);
  }
  if (typeof currency !== 'string' || !isCurrency(currency)) return '';
  if (event.kind === 'invoice.issued' && typeof total === 'string') {
    return ctx.f.money(BigInt(total), currency);
  }
  if (event.kind === 'payment.recorded' && typeof credit === 'string' && !/^-?0*$/.test(credit)) {
    return ctx.t('timeline.creditLeft', { amount: ctx.f.money(BigInt(credit), currency) });
  }
  return '';
}

/** Of a payment that settled several invoices, how much this one got. */
function shareWords(ctx: StaffContext, data: Data, documentId: string | null): string {
  const { documents, currency } = data;
  if (!Array.isArray(documents) || documents.length < 2) return '';
  const own = documents.find((row: { id?: unknown }) => row.id === documentId)?.amount;
  if (typeof own !== 'string' || typeof currency !== 'string' || !isCurrency(currency)) return '';
  return ctx.t('timeline.share', { amount: ctx.f.money(BigInt(own), currency) });
}

function changedWords(ctx: StaffContext, changes: Record<string, unknown>): string {
  const known = FIELDS.filter((field) => field in changes);
  if (known.length === 0) return '';
  const name = (field: ToldField) => ctx.t(`timeline.fields.${field}`);
  if (known.length > MOST_TOLD) return ctx.f.list(known.map(name));
  return known
    .map((field) => {
      const [before, after] = Array.isArray(changes[field]) ? changes[field] : [];
      return ctx.t('timeline.change', {
        field: name(field),
        before: valueWords(ctx, field, before),
        after: valueWords(ctx, field, after),
      });
    })
    .join(ctx.t('timeline.between'));
}

function valueWords(ctx: StaffContext, field: ToldField, value: unknown): string {
  if (value === null || value === undefined || value === '') return ctx.t('timeline.nothing');
  if (typeof value === 'boolean') return ctx.t(value ? 'timeline.yes' : 'timeline.no');
  if (field === 'kind') return ctx.t(value === 'PERSON' ? 'timeline.person' : 'timeline.company');
  if (field === 'locale' && isLocale(value)) return LANGUAGE_NAMES[value];
  if (field === 'paymentTermsDays') return ctx.f.days(Number(value));
  // A number, address or code in the middle of an Arabic sentence keeps its own direction.
  return `\u2068${shortened(String(value))}\u2069`;
}

function shortened(words: string): string {
  const characters = [...words.replace(/\s+/g, ' ')];
  return characters.length > MOST_WORDS ? `${characters.slice(0, MOST_WORDS).join('')}…` : words;
}
