import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Role } from '@/lib/db/generated/enums';
import { linkFromMail } from '../e2e/support/mail';
import { addColleague, query, startStaffSession } from '../e2e/support/people';
import { addWebhook } from '../e2e/support/stripe';
import type { World } from '../e2e/support/world';
import { builtActions, Caller } from './caller';
import { type Ids, KINDS } from './ids';
import { draft } from './route-table';

/** A business with one record of each kind, and its people. */
export type Furnished = { slug: string; ids: Ids; client: Caller };

/** Everybody who may knock, and the records they may ask for. */
export type Cast = {
  /** The business whose records are nobody else's. */
  victim: Furnished;
  /** Another client of the same business. */
  neighbour: Furnished;
  /** Another business. */
  elsewhere: Furnished;
  owner: Caller;
  /** The owner's colleagues in each lower role. */
  colleagues: { role: Role; caller: Caller }[];
  stranger: Caller;
  nobody: Caller;
};

/** Ids that no record has. */
export function randomIds(): Ids {
  return Object.fromEntries(KINDS.map((kind) => [kind, randomUUID()])) as Ids;
}

/** Words of the victim's records that must stand in no stranger's answer. */
export const SECRETS = ['Saltmarsh', 'Corviday', 'saltmarsh'];

/** Fills an empty world with two businesses, their people and their clients. */
export async function gather(world: World): Promise<Cast> {
  const nobody = new Caller('nobody', world.baseUrl);
  const [slug, owner] = await found(world, 'Harbourside', 'the owner');
  const [other, stranger] = await found(world, 'Elsewhere', 'a stranger');
  await takeCards(world, owner, slug);
  await addLogo(owner, slug);
  const victim = await furnish(world, owner, slug, 'Saltmarsh', 'Corviday');
  const pay = builtActions().get('app/portal/[business]/actions.ts pay');
  if (pay) await victim.client.act(pay, [slug, { d: [victim.ids.invoice] }]);
  const [checkout] = await query<{ id: string }>(world, 'SELECT id FROM "Checkout"');
  if (!checkout) throw new Error('The client could not begin to pay.');
  victim.ids.checkout = checkout.id;
  return {
    victim,
    neighbour: await furnish(world, owner, slug, 'Neighbour', 'Plain'),
    elsewhere: await furnish(world, stranger, other, 'Elsewhere', 'Plain'),
    owner,
    colleagues: await Promise.all(LOWER_ROLES.map((role) => addTo(world, slug, role))),
    stranger,
    nobody,
  };
}

/** A person signs up with a business, which gets the address that its invoices must show. */
export async function found(world: World, name: string, who: string): Promise<[string, Caller]> {
  const email = `${name.toLowerCase()}@example.com`;
  const caller = new Caller(who, world.baseUrl);
  const act = <Data>(deed: string, input: unknown) =>
    caller.must<Data>(builtActions().get(`app/(public)/actions.ts ${deed}`), [input]);
  const person = {
    personName: 'Robin Vale',
    newPassword: 'long enough to pass',
    businessName: name,
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
    timeZone: 'Europe/London',
  };
  const [someone] = await query(world, 'SELECT id FROM "User" LIMIT 1');
  const { slug } = someone
    ? await act<{ slug: string }>('signUp', {
        ...person,
        token: await mailedToken(world, email, act),
      })
    : await act<{ slug: string }>('beginInstance', { ...person, email });
  await query(
    world,
    `UPDATE "Business" SET street = '1 Way', city = 'Bath', postcode = 'BA1 1AA' WHERE slug = $1`,
    [slug],
  );
  return [slug, await signedIn(world, who, email)];
}

async function mailedToken(
  world: World,
  email: string,
  act: (deed: string, input: unknown) => Promise<unknown>,
): Promise<string> {
  await act('askToSignUp', { email });
  const link = await linkFromMail(world, email, '/sign-up');
  return link.slice(link.lastIndexOf('/') + 1);
}

const LOWER_ROLES = ['MANAGER', 'MEMBER', 'ACCOUNTANT'] as const;

async function addTo(world: World, slug: string, role: Role) {
  const email = await addColleague(world, slug, { locale: 'en', role });
  return { role, caller: await signedIn(world, `a colleague who is ${role}`, email) };
}

async function addLogo(owner: Caller, slug: string): Promise<void> {
  const background = '#336699';
  const png = await sharp({ create: { width: 80, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
  const logo = new File([new Uint8Array(png)], 'logo.png', { type: 'image/png' });
  const { status, body } = await owner.send(
    'POST',
    `/b/${slug}/settings/logo`,
    [['logo', logo]],
    true,
  );
  if (status >= 400) throw new Error(`The logo was not taken: ${body}`);
}

async function signedIn(world: World, who: string, email: string): Promise<Caller> {
  const { token } = await startStaffSession(world, email);
  return new Caller(who, world.baseUrl, { 'portico-staff': token });
}

export async function takeCards(world: World, owner: Caller, slug: string): Promise<void> {
  const secretKey = 'sk_test_harbourside';
  const webhookSecret = await addWebhook(world, secretKey, `${world.baseUrl}/api/stripe/${slug}`);
  await owner.must(builtActions().get('app/b/[business]/settings/actions.ts connectStripe'), [
    slug,
    { version: '', secretKey, webhookSecret },
  ]);
}

/** One record of each kind, made through the product itself by its owner, and a client who has opened their link. */
export async function furnish(
  world: World,
  owner: Caller,
  slug: string,
  name: string,
  word: string,
): Promise<Furnished> {
  const actions = builtActions();
  const base = `app/b/[business]`;
  const act = <Data>(file: string, deed: string, input: unknown): Promise<Data> =>
    owner.must<Data>(actions.get(`${base}/${file} ${deed}`), [slug, input]);
  const one = async (sql: string, value: string): Promise<string> => {
    const [row] = await query<{ id: string }>(world, sql, [value]);
    if (!row) throw new Error(`There is nothing to take an id from: ${sql}`);
    return row.id;
  };
  const ids = randomIds();
  ids.taxRate = await one(
    `SELECT r.id FROM "TaxRate" r JOIN "Business" b ON b.id = r."businessId" WHERE slug = $1 AND "isDefault"`,
    slug,
  );
  await act('clients/actions.ts', 'createClient', {
    id: ids.client,
    kind: 'ORGANISATION',
    companyName: `${name} Ltd`,
    email: `${name.toLowerCase()}@example.com`,
    street: '2 Lane',
    city: 'Bath',
    postcode: 'BA1 1AB',
    country: 'GB',
    locale: 'en',
    currency: 'GBP',
  });
  const partyId = ids.client;
  await act('clients/actions.ts', 'addClientContact', {
    id: ids.contact,
    partyId,
    givenName: word,
    country: 'GB',
  });
  await act('clients/actions.ts', 'addClientNote', { id: ids.note, partyId, body: word });
  await act('products/actions.ts', 'saveProduct', {
    id: ids.product,
    version: '0',
    name: `${word} sign`,
    details: '',
    unit: '',
    unitPrice: '10.00',
    currency: 'GBP',
    taxRateId: '',
  });
  await act('settings/team/actions.ts', 'invite', {
    id: ids.invitation,
    email: `${ids.invitation}@example.com`,
    role: 'MEMBER',
    locale: 'en',
  });
  await act('actions.ts', 'saveView', {
    id: ids.savedView,
    list: 'CLIENTS',
    name: word,
    query: '',
  });
  for (const each of ['invoice', 'draft'] as const) {
    const input = { ...draft({ ...ids, draft: ids[each] }), version: 0, reference: word };
    const { body } = await owner.send('PUT', `/b/${slug}/invoices/${ids[each]}/draft`, input);
    if (!JSON.parse(body).ok) throw new Error(`A draft was not saved: ${body}`);
  }
  await act('invoices/actions.ts', 'issueDraft', { id: ids.invoice, version: 1 });
  await act('payments/actions.ts', 'recordPayment', {
    id: ids.payment,
    partyId,
    currency: 'GBP',
    amount: '1.00',
    method: 'CASH',
    receivedOn: new Date().toISOString().slice(0, 10),
    reference: word,
    settle: { [ids.invoice]: '1.00' },
    sendReceipt: 'on',
  });
  ids.message = await one('SELECT id FROM "Message" WHERE "paymentId" = $1', ids.payment);
  const { url } = await act<{ url: string }>('invoices/actions.ts', 'copyInvoiceLink', {
    id: ids.invoice,
  });
  const client = new Caller(`the client ${name}`, world.baseUrl);
  const opening = actions.get('app/l/[token]/actions.ts openLink');
  if (opening) await client.act(opening, [{ token: new URL(url).pathname.split('/')[2] }]);
  ids.link = await one('SELECT id FROM "Link" WHERE "documentId" = $1', ids.invoice);
  ids.portalSession = await one('SELECT id FROM "PortalSession" WHERE "partyId" = $1', partyId);
  const email = await addColleague(world, slug, { locale: 'en', role: 'MEMBER' });
  ids.member = await one('SELECT id FROM "User" WHERE email = $1', email);
  ids.staffSession = (await startStaffSession(world, email)).id;
  return { slug, ids, client };
}
