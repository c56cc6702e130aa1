import type { Party } from '@/lib/db/generated/client';

/** What the form begins with, as typed text. */
export type ClientFormValues = {
  kind: 'ORGANISATION' | 'PERSON';
  companyName: string;
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  country: string;
  taxId: string;
  street: string;
  street2: string;
  city: string;
  region: string;
  postcode: string;
  locale: string;
  currency: string;
  paymentTermsDays: string;
  /** What the owner asks of clients beside a name and an e-mail address, as far as this form insists on it. */
  required: readonly string[];
};

/** A stored client as the form shows it: everything as typed text. `phone` comes ready to read. */
export function storedFormValues(
  party: Party,
  phone: string,
  taxId: string,
  requiredClientFields: readonly string[],
): ClientFormValues {
  return {
    kind: party.kind,
    companyName: party.companyName,
    givenName: party.givenName,
    familyName: party.familyName,
    email: party.email,
    phone,
    country: party.country,
    taxId,
    street: party.street,
    street2: party.street2,
    city: party.city,
    region: party.region,
    postcode: party.postcode,
    locale: party.locale,
    currency: party.currency,
    paymentTermsDays: party.paymentTermsDays === null ? '' : String(party.paymentTermsDays),
    // What was lacking all along may stay so.
    required: requiredClientFields.filter((field) => party[field as keyof Party]),
  };
}

/** A new client begins where the business is, in its language and currency. `name` is what was typed where they were missed. */
export function newFormValues(
  business: {
    country: string;
    locale: string;
    currency: string;
    requiredClientFields: readonly string[];
  },
  name = '',
): ClientFormValues {
  return {
    kind: 'ORGANISATION',
    companyName: name,
    givenName: '',
    familyName: '',
    email: '',
    phone: '',
    country: business.country,
    taxId: '',
    street: '',
    street2: '',
    city: '',
    region: '',
    postcode: '',
    locale: business.locale,
    currency: business.currency,
    paymentTermsDays: '',
    required: business.requiredClientFields,
  };
}
