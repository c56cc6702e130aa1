import type { AnyContext } from '@/lib/auth/context';
import type { Party } from '@/lib/db/generated/client';
import type { Locale } from '@/lib/i18n/locale';
import { displayName, greetingName, type NameParts } from '@/lib/parties/names';

/** Whom a mail goes to. `contactId` is null for the client's own main address. */
export type Recipient = { name: string; email: string; contactId: string | null };

export type RecipientParty = Pick<
  Party,
  'id' | 'kind' | 'displayName' | 'companyName' | 'givenName' | 'familyName' | 'email'
>;

type Person = { id: string; givenName: string; familyName: string; email: string };

/** Everyone at a client who can be written to: the main address first, then the contacts that have one. */
export type Recipients = {
  main: Recipient | null;
  contacts: (Recipient & { getsInvoices: boolean; getsReceipts: boolean })[];
};

/** Loads whom a client's mail may go to, each address as it is stored. */
export async function recipientsOf(
  db: AnyContext['db'],
  party: RecipientParty,
): Promise<Recipients> {
  const contacts = await db.contact.findMany({
    where: { partyId: party.id, archivedAt: null, email: { not: '' } },
    orderBy: [{ isMain: 'desc' }, { createdAt: 'asc' }],
    select: {
      id: true,
      givenName: true,
      familyName: true,
      email: true,
      getsInvoices: true,
      getsReceipts: true,
    },
  });
  return {
    main: party.email ? { name: party.displayName, email: party.email, contactId: null } : null,
    contacts: contacts.map((contact) => ({
      name: personName(contact),
      email: contact.email,
      contactId: contact.id,
      getsInvoices: contact.getsInvoices,
      getsReceipts: contact.getsReceipts,
    })),
  };
}

/** Who gets a copy without being asked for: the contacts whose card says so, without the main address. */
export function copiesTo(recipients: Recipients, what: 'getsInvoices' | 'getsReceipts'): string[] {
  const emails = recipients.contacts.filter((contact) => contact[what]).map(({ email }) => email);
  return [...new Set(emails)].filter((email) => email !== recipients.main?.email);
}

/**
 * How the mail greets its recipient: the contact it goes to, else at an organisation the main contact, else the client.
 * The main address of an organisation is usually one person's, and a person is greeted by name.
 */
export async function greetingOf(
  db: AnyContext['db'],
  party: RecipientParty,
  to: Pick<Recipient, 'contactId'>,
  locale: Locale,
): Promise<string> {
  const contact = await db.contact.findFirst({
    where: {
      partyId: party.id,
      ...(to.contactId ? { id: to.contactId } : { isMain: true, archivedAt: null }),
    },
    select: { givenName: true, familyName: true, id: true, email: true },
  });
  const greetsContact = contact && (to.contactId !== null || party.kind === 'ORGANISATION');
  return greetingName(greetsContact ? asPerson(contact) : party, locale);
}

function personName(contact: Person): string {
  return displayName(asPerson(contact));
}

function asPerson(contact: { givenName: string; familyName: string }): NameParts {
  return { kind: 'PERSON', givenName: contact.givenName, familyName: contact.familyName };
}
