import { Refused } from '@/lib/actions/refused';
import type { ToldField } from '@/lib/events/describe-event';
import type { Locale } from '@/lib/i18n/locale';
import { phoneDigits } from '@/lib/places/phone';
import { checkTaxId, displayTaxId, explainTaxId } from '@/lib/places/tax-id';
import { grams } from '@/lib/search/grams';
import { displayName, sortName } from './names';
import type { ClientChange } from './schema';

/** The columns a person edits; a change of any of them is remembered as before → after. */
export const EDITED_COLUMNS = [
  'kind',
  'companyName',
  'givenName',
  'familyName',
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
] as const satisfies readonly ToldField[];

/** The columns of a client as typed, with the names that follow from them. The tax number is checked by `storedTaxId`. */
export function partyColumns(input: Omit<ClientChange, 'id' | 'version' | 'taxIdKept'>) {
  // What belongs to the other kind was typed before the kind was chosen.
  const names =
    input.kind === 'ORGANISATION'
      ? { companyName: input.companyName, givenName: '', familyName: '' }
      : { companyName: '', givenName: input.givenName, familyName: input.familyName };
  const named = { kind: input.kind, ...names };
  return {
    ...named,
    displayName: displayName(named),
    sortName: sortName(named),
    email: input.email,
    phone: input.phone,
    street: input.street,
    street2: input.street2,
    city: input.city,
    region: input.region,
    postcode: input.postcode,
    country: input.country,
    taxId: input.taxId,
    locale: input.locale,
    currency: input.currency,
    paymentTermsDays: input.paymentTermsDays,
  };
}

/**
 * The tax number in the one spelling we store. One whose form is not that of its country is refused with the reason,
 * unless the person keeps it on purpose or it is the one already stored (`before`).
 */
export function storedTaxId(
  input: { country: string; taxId: string; taxIdKept: boolean },
  locale: Locale,
  before?: { country: string; taxId: string },
): string {
  if (!input.taxId) return '';
  const checked = checkTaxId(input.country, input.taxId);
  const unchanged = before?.country === input.country && before.taxId === checked.normalised;
  if (checked.ok || input.taxIdKept || unchanged) return checked.normalised;
  throw new Refused('clients.errors.taxId', { why: explainTaxId(checked, locale) }, 'taxId');
}

type Searchable = {
  displayName: string;
  email: string;
  phone: string;
  country: string;
  taxId: string;
  city: string;
};
type SearchableContact = { givenName: string; familyName: string; email: string; phone: string };

/** What a client is found by: their names, e-mail, phone, tax number and city, then those of the people there. */
export function partyGrams(party: Searchable, contacts: readonly SearchableContact[]): string[] {
  return grams(
    party.displayName,
    party.email,
    phoneDigits(party.phone),
    party.taxId,
    displayTaxId(party.country, party.taxId),
    party.city,
    ...contacts.flatMap((contact) => [
      displayName({ kind: 'PERSON', ...contact }),
      contact.email,
      phoneDigits(contact.phone),
    ]),
  );
}
