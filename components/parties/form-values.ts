import type { Party } from '@/lib/db/generated/client';
import type { ClientFormValues } from './client-form';

/** A stored client as the form shows it: everything as typed text. `phone` comes ready to read. */
export function storedFormValues(party: Party, phone: string, taxId: string): ClientFormValues {
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
  };
}

/** A new client begins where the business is, in its language and currency. `name` is what was typed where they were missed. */
export function newFormValues(
  business: { country: string; locale: string; currency: string },
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
  };
}
