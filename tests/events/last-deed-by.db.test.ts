import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { saveMailServer } from '@/lib/businesses/mail-server';
import { setNumberPattern } from '@/lib/businesses/set-number-pattern';
import { newId } from '@/lib/db/new-id';
import { recordEvent } from '@/lib/events/record-event';
import { addContact } from '@/lib/parties/add-contact';
import { contactInput, newContactInput } from '@/lib/parties/schema';
import { updateContact } from '@/lib/parties/update-contact';
import { saveProduct } from '@/lib/products/save-product';
import { saveTemplate } from '@/lib/templates/save-template';
import { makeBusiness, makeClient, makeMember } from '@/prisma/seed/builders';

let nora: StaffContext;
let tom: StaffContext;

beforeEach(async () => {
  nora = (await makeBusiness()).ctx;
  tom = await makeMember(nora, 'OWNER');
  expect(tom.user.name).not.toBe(nora.user.name);
});

const refusesWith = (name: string, stale: Promise<unknown>) =>
  expect(stale).rejects.toMatchObject({ name: 'Stale', changedBy: name });

describe('A stale form names who changed that very thing, whatever others did since:', () => {
  test('a person at a client', async () => {
    const partyId = (await makeClient(nora)).id;
    const [dan, ellie] = [newId(), newId()];
    for (const [id, givenName] of [
      [dan, 'Dan'],
      [ellie, 'Ellie'],
    ] as const) {
      await addContact(nora, newContactInput.parse({ id, partyId, givenName, country: 'GB' }));
    }
    const change = (ctx: StaffContext, id: string, jobTitle: string) =>
      updateContact(
        ctx,
        contactInput.parse({ id, version: '1', givenName: 'X', jobTitle, country: 'GB' }),
      );
    await change(tom, dan, 'Brewer');
    await change(nora, ellie, 'Owner');
    await refusesWith(tom.user.name, change(nora, dan, 'Baker'));
  });

  test('a product', async () => {
    const product = (id: string, version: number, name: string) => ({
      ...{ id, version, name, details: '', unit: '', unitPrice: '1', currency: 'GBP' },
      taxRateId: null,
    });
    const [one, other] = [newId(), newId()];
    await saveProduct(nora, product(one, 0, 'Survey'));
    await saveProduct(tom, product(one, 1, 'Site survey'));
    await saveProduct(nora, product(other, 0, 'Sign'));
    await refusesWith(tom.user.name, saveProduct(nora, product(one, 1, 'Visit')));
  });

  test('the mail server, the numbers of a kind and the words of a mail', async () => {
    const server = (version: string) => ({
      ...{ version, host: 'smtp.example.com', port: 465, security: 'tls' as const, username: '' },
      ...{ password: '', fromEmail: 'a@example.com', fromName: 'A' },
    });
    await saveMailServer(tom, server(''));
    await nora.transact(async (tx) =>
      recordEvent(tx, nora, { kind: 'connection.changed', data: { connection: 'stripe' } }),
    );
    await refusesWith(tom.user.name, saveMailServer(nora, server('')));

    const pattern = (kind: 'INVOICE' | 'ESTIMATE', version: number) => ({
      ...{ kind, version, pattern: `X-{YYYY}-{000}${version}` },
    });
    await setNumberPattern(tom, pattern('INVOICE', 1));
    await setNumberPattern(nora, pattern('ESTIMATE', 1));
    await refusesWith(tom.user.name, setNumberPattern(nora, pattern('INVOICE', 1)));

    const words = (kind: 'INVOICE' | 'RECEIPT') => ({
      ...{ kind, locale: 'en' as const, version: 0, subject: 'Hello', body: 'There' },
    });
    await saveTemplate(tom, words('INVOICE'));
    await saveTemplate(nora, words('RECEIPT'));
    await refusesWith(tom.user.name, saveTemplate(nora, words('INVOICE')));
  });
});
