import { randomUUID } from 'node:crypto';
import type { Permission } from '@/lib/permissions/permissions';
import { draftInput, draftLine } from '@/prisma/seed/draft-input';
import { forged, type Ids } from './ids';

/** What stands in the place of a route's parameters (but `[business]`), and its query. */
export type Place = { params?: Record<string, string>; query?: Record<string, string> };

/** A request that sends something. */
export type Sending = Place & { body: unknown; form?: true };

/**
 * One page or route handler. `public` and `account` ones belong to no business; of the others, `places` says where
 * records are named, and `post` and `put` what is sent. `reason` says why a row without places needs none.
 */
export type RouteRow = {
  door: 'public' | 'account' | 'staff' | 'portal';
  may?: Permission;
  /** For sending, where that takes more than looking. */
  maySend?: Permission;
  places?: (ids: Ids) => Place[];
  post?: (ids: Ids) => Sending[];
  put?: (ids: Ids) => Sending[];
  /** A handler without GET. */
  noGet?: true;
  reason?: string;
};

const staff = (may: Permission, rest: Partial<RouteRow> = {}): RouteRow => ({
  door: 'staff',
  may,
  ...rest,
});
const portal = (rest: Partial<RouteRow> = {}): RouteRow => ({ door: 'portal', ...rest });
const free = (reason: string, rest: Partial<RouteRow> = {}): RouteRow => ({
  door: 'public',
  reason,
  ...rest,
});
const own = (reason: string): RouteRow => ({ door: 'account', reason });

const id = (value: string): Place => ({ params: { id: value } });

/** Every page and route handler of the production build. */
export const ROUTES: Record<string, RouteRow> = {
  '/': free('leads on to where the reader belongs'),
  '/_not-found': free('has no address of its own'),
  '/_global-error': free('has no address of its own'),
  '/sign-in': free('a form'),
  '/sign-up': free('a form'),
  '/welcome': free('a form, until the first business exists'),
  '/forgotten-password': free('a form'),
  '/invitations/[token]': free('opens to a signed token alone', {
    places: (ids) => [{ params: { token: forged(ids.invitation) } }],
  }),
  '/reset-password/[token]': free('opens to a signed token alone', {
    places: (ids) => [{ params: { token: forged(ids.member) } }],
  }),
  '/sign-up/[token]': free('opens to a signed token alone', {
    places: (ids) => [{ params: { token: forged(ids.member) } }],
  }),
  '/l/[token]': free('opens to a signed token alone', {
    places: (ids) => [{ params: { token: forged(ids.link) } }],
  }),
  '/i/[documentId]': free(
    'printed on paper: names the business to whoever holds it, and nothing else',
  ),
  '/businesses': own('lists the person’s own businesses'),
  '/businesses/new': own('a form'),
  '/profile': own('shows the person to themselves'),
  '/api/auth/[...nextauth]': free('signs in with e-mail and password', {
    places: () => [{ params: { nextauth: 'providers' } }],
    post: (ids) => [
      {
        params: { nextauth: 'callback/credentials' },
        body: { email: `${ids.member}@example.com`, password: 'long enough to pass' },
      },
    ],
  }),
  '/api/health': free('says that the process lives'),
  '/api/ready': free('says what is ready'),
  '/api/stripe/[business]': free('answers everything unsigned alike', {
    noGet: true,
    post: () => [{ body: { id: 'evt_1', type: 'checkout.session.completed' } }],
  }),

  '/b/[business]/home': staff('home.read'),
  '/b/[business]/pulse': staff('home.read', { places: () => [{ query: { since: '0' } }] }),
  '/b/[business]/search': staff('home.read', { places: () => [{ query: { q: 'a' } }] }),
  '/b/[business]/clients': staff('clients.read'),
  '/b/[business]/clients/new': staff('clients.write', {
    places: (ids) => [{}, { query: { after: ids.client } }],
  }),
  '/b/[business]/clients/[id]': staff('clients.read', {
    places: (ids) => [
      id(ids.client),
      ...['documents', 'payments', 'messages', 'notes'].map((tab) => ({
        ...id(ids.client),
        query: { tab },
      })),
    ],
  }),
  '/b/[business]/clients/[id]/statement': staff('payments.read', {
    places: (ids) => [id(ids.client), { ...id(ids.client), query: { from: '2020-01-01' } }],
  }),
  '/b/[business]/clients/[id]/edit': staff('clients.write', { places: (ids) => [id(ids.client)] }),
  '/b/[business]/clients/suggest': staff('clients.read', { places: () => [{ query: { q: 'a' } }] }),
  '/b/[business]/clients/check': staff('clients.read', {
    noGet: true,
    post: (ids) => [
      {
        body: {
          id: ids.client,
          name: 'Ashcombe Brewery',
          email: '',
          phone: '',
          country: 'GB',
          taxId: '',
        },
      },
    ],
  }),
  '/b/[business]/clients/export': staff('clients.read', {
    places: () => [{}, { query: { q: 'a' } }],
    post: (ids) => [{ form: true, body: [['ids[]', ids.client]] }],
  }),
  '/b/[business]/invoices': staff('invoices.read', {
    places: (ids) => [{}, { query: { client: ids.client } }],
  }),
  '/b/[business]/invoices/new': staff('invoices.write', {
    places: (ids) => [{}, { query: { client: ids.client } }],
  }),
  '/b/[business]/invoices/[id]': staff('invoices.read', {
    places: (ids) => [
      id(ids.invoice),
      id(ids.draft),
      { ...id(randomUUID()), query: { new: '1', client: ids.client } },
      { ...id(ids.draft), query: { new: '1' } },
    ],
  }),
  '/b/[business]/invoices/[id]/pdf': staff('invoices.read', {
    places: (ids) => [id(ids.invoice), id(ids.draft)],
  }),
  '/b/[business]/invoices/[id]/draft': staff('invoices.write', {
    noGet: true,
    put: (ids) => [{ ...id(ids.draft), body: draft(ids) }],
  }),
  '/b/[business]/invoices/[id]/send': staff('messages.send', {
    places: (ids) => [id(ids.invoice), id(ids.draft)],
  }),
  '/b/[business]/invoices/[id]/send/preview': staff('messages.send', {
    noGet: true,
    post: (ids) =>
      [ids.invoice, ids.draft].map((each) => ({
        ...id(each),
        body: { to: 'a@example.com', subject: null, body: null, attachPdf: true },
      })),
  }),
  '/b/[business]/invoices/clients': staff('invoices.read', {
    places: (ids): Place[] => [{ query: { id: ids.client } }, { query: { q: 'a' } }],
  }),
  '/b/[business]/invoices/zip': staff('invoices.read', {
    noGet: true,
    post: (ids) => [{ form: true, body: [['ids[]', ids.invoice]] }],
  }),
  '/b/[business]/payments': staff('payments.read', {
    places: (ids) => [{}, { query: { client: ids.client } }],
  }),
  '/b/[business]/payments/new': staff('payments.record', {
    places: (ids) => [{}, { query: { client: ids.client, invoice: ids.invoice } }],
  }),
  '/b/[business]/payments/[id]': staff('payments.read', { places: (ids) => [id(ids.payment)] }),
  '/b/[business]/payments/[id]/receipt': staff('payments.read', {
    places: (ids) => [id(ids.payment)],
  }),
  '/b/[business]/products': staff('products.read'),
  '/b/[business]/products/new': staff('products.write'),
  '/b/[business]/products/[id]': staff('products.write', { places: (ids) => [id(ids.product)] }),
  '/b/[business]/products/suggest': staff('products.read', {
    places: () => [{ query: { q: 'a', currency: 'GBP' } }],
  }),
  '/b/[business]/mail': staff('messages.read'),
  '/b/[business]/mail/[id]': staff('messages.read', { places: (ids) => [id(ids.message)] }),
  '/b/[business]/settings': staff('settings.read'),
  '/b/[business]/settings/bank': staff('settings.read'),
  '/b/[business]/settings/branding': staff('settings.read'),
  '/b/[business]/settings/clients': staff('settings.read'),
  '/b/[business]/settings/documents': staff('settings.read'),
  '/b/[business]/settings/mail': staff('settings.connections'),
  '/b/[business]/settings/numbering': staff('settings.read'),
  '/b/[business]/settings/payments': staff('settings.connections'),
  '/b/[business]/settings/taxes': staff('settings.read'),
  '/b/[business]/settings/team': staff('members.read'),
  '/b/[business]/settings/templates': staff('settings.read'),
  '/b/[business]/settings/logo': staff('home.read', {
    maySend: 'settings.write',
    post: () => [{ form: true, body: [['logo', 'no picture']] }],
  }),
  '/b/[business]/settings/templates/preview': staff('settings.read', {
    noGet: true,
    post: (ids) => [
      { body: { kind: 'INVOICE', locale: 'en', subject: 'A', body: 'B', subjectId: ids.invoice } },
    ],
  }),

  '/portal/[business]': portal(),
  '/portal/[business]/invoices': portal(),
  '/portal/[business]/invoices/[id]': portal({ places: (ids) => [id(ids.invoice), id(ids.draft)] }),
  '/portal/[business]/invoices/[id]/pdf': portal({
    places: (ids) => [id(ids.invoice), id(ids.draft)],
  }),
  '/portal/[business]/invoices/download': portal({
    places: (ids) => [{ query: { d: ids.invoice } }],
    post: (ids) => [{ form: true, body: [['d[]', ids.invoice]] }],
  }),
  '/portal/[business]/payments': portal(),
  '/portal/[business]/payments/[id]': portal({ places: (ids) => [id(ids.payment)] }),
  '/portal/[business]/payments/[id]/pdf': portal({ places: (ids) => [id(ids.payment)] }),
  '/portal/[business]/statement': portal(),
  '/portal/[business]/statement/pdf': portal(),
  '/portal/[business]/sign-ins': portal(),
  '/portal/[business]/pay': portal({ places: (ids) => [{ query: { d: ids.invoice } }] }),
  '/portal/[business]/pay/return': portal({
    places: (ids) => [{ query: { checkout: ids.checkout } }],
  }),
  '/portal/[business]/sign-in': free('asks for an address to mail a link to'),
  '/portal/[business]/sign-in/sent': free('says that a link may be on its way'),
  '/portal/[business]/logo/[hash]': free('the logo on mails and link pages, by its hash'),
};

/** A draft as the editor stores it, changed by somebody who has guessed its id. */
export function draft(ids: Pick<Ids, 'draft' | 'client' | 'taxRate'>) {
  return draftInput({
    id: ids.draft,
    version: 1,
    partyId: ids.client,
    currency: 'GBP',
    lines: [draftLine({ unitPrice: '10.00', taxRateId: ids.taxRate })],
  });
}
