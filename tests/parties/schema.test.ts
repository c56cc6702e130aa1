import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/db/new-id';
import { clientInput, newClientInput, newContactInput, rowRefs } from '@/lib/parties/schema';
import { newClient, typedClient } from './form';

function wrong(given: Parameters<typeof typedClient>[0]): string[] {
  const parsed = newClientInput.safeParse(typedClient(given));
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

describe('A client’s form', () => {
  it('needs no more than a name and an e-mail address', () => {
    expect(newClient()).toMatchObject({ companyName: 'Harbour Lane Dental Practice', phone: '' });
  });

  it('names every wrong field at once', () => {
    expect(
      wrong({
        companyName: ' ',
        email: 'accounts@harbourlane',
        phone: '12',
        paymentTermsDays: 'soon',
      }),
    ).toEqual([
      'email addresses.email.domain',
      'paymentTermsDays clients.errors.terms',
      'companyName errors.required',
      'phone addresses.phone.length',
    ]);
  });

  it('understands digits of every script', () => {
    const client = newClient({
      country: 'KW',
      phone: '٢٢٤٥ ٠١٢٣',
      postcode: '１３０５７',
      paymentTermsDays: '٣٠',
    });
    expect(client).toMatchObject({
      phone: '+96522450123',
      postcode: '13057',
      paymentTermsDays: 30,
    });
  });

  it('reads a phone without a country code as one of the client’s country', () => {
    expect(newClient({ phone: '0117 496 0355' }).phone).toBe('+441174960355');
  });

  it('asks a person for a name and a company for its own', () => {
    expect(wrong({ kind: 'PERSON', companyName: 'ignored' })).toEqual([
      'givenName errors.required',
    ]);
    expect(wrong({ kind: 'PERSON', companyName: '', familyName: '王' })).toEqual([]);
  });

  it('leaves the business’s own terms where none are typed, and refuses a year and a day', () => {
    expect(newClient({ paymentTermsDays: '' }).paymentTermsDays).toBeNull();
    expect(newClient({ paymentTermsDays: '0' }).paymentTermsDays).toBe(0);
    expect(wrong({ paymentTermsDays: '366' })).toEqual(['paymentTermsDays clients.errors.terms']);
    expect(wrong({ paymentTermsDays: '-1' })).toHaveLength(1);
  });

  it.each([
    ['10,000 characters', { companyName: 'a'.repeat(10_000) }],
    ['an e-mail of 10,000 characters', { email: `${'a'.repeat(10_000)}@b.example` }],
    ['two e-mail addresses', { email: 'a@b.example, c@d.example' }],
    ['a country that is none', { country: 'XX' }],
    ['a currency that is none', { currency: 'ABC' }],
    ['a language we do not speak', { locale: 'fr' as 'en' }],
    ['an id that is none', { id: '1' }],
    ['a field nobody asked for', { archivedAt: 'now' } as object],
  ])('refuses %s', (_, given) => {
    expect(newClientInput.safeParse(typedClient(given)).success).toBe(false);
  });

  it('takes a name as it is, without what hides or turns text', () => {
    expect(newClient({ companyName: '🎉 Zoë\u202E\u0007 &\u200B <b>Sons</b>' }).companyName).toBe(
      '🎉 Zoë & <b>Sons</b>',
    );
    expect(newClient({ companyName: '=SUM(A1)' }).companyName).toBe('=SUM(A1)');
  });

  it('knows the version it was made from', () => {
    const { id, ...typed } = typedClient();
    expect(clientInput.safeParse({ id, ...typed }).success).toBe(false);
    expect(clientInput.parse({ id, ...typed, version: '3' }).version).toBe(3);
  });
});

describe('A contact’s form', () => {
  const typed = { id: newId(), partyId: newId(), givenName: 'Ellie', country: 'GB' };

  it('needs only a first name', () => {
    expect(newContactInput.parse(typed)).toMatchObject({ email: '', getsInvoices: false });
  });

  it('needs an e-mail address where mail is to go there', () => {
    const parsed = newContactInput.safeParse({ ...typed, getsReceipts: 'on' });
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['email'],
      message: 'clients.errors.mailWithoutAddress',
    });
  });
});

describe('Ticked rows', () => {
  it('are at least one and at most 500', () => {
    expect(rowRefs.safeParse({ ids: [] }).success).toBe(false);
    expect(rowRefs.safeParse({ ids: Array.from({ length: 501 }, newId) }).success).toBe(false);
  });
});
