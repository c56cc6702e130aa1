import type { MessageKey } from '@/lib/i18n/translate';
import { type Address, missingParts } from '@/lib/places/address';

export const FACTS = [
  'name',
  'email',
  'phone',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'taxId',
  'contactPerson',
] as const;

export type Fact = (typeof FACTS)[number];

export interface ClientFacts extends Address {
  kind: 'PERSON' | 'ORGANISATION';
  displayName: string;
  email: string;
  phone: string;
  taxId: string;
  /** Whether somebody is named as the person to talk to. */
  hasContact: boolean;
}

/**
 * How much of what one needs to bill and reach a client is there. Everyone: name, e-mail, phone and
 * the parts of an address that their country's post asks for (no postcode in Dubai, but an emirate).
 * Organisations also: a tax number and a person to talk to. Recommended, never required.
 */
export function completeness(client: ClientFacts): { done: number; of: number; missing: Fact[] } {
  const addressGaps = missingParts(client);
  const asked = missingParts({ ...BLANK_ADDRESS, country: client.country });
  const wanted: [Fact, boolean][] = [
    ['name', has(client.displayName)],
    ['email', has(client.email)],
    ['phone', has(client.phone)],
    ...(['street', 'city', 'region', 'postcode'] as const)
      .filter((part) => asked.includes(part))
      .map((part): [Fact, boolean] => [part, !addressGaps.includes(part)]),
    ['country', has(client.country)],
  ];
  if (client.kind === 'ORGANISATION') {
    wanted.push(['taxId', has(client.taxId)], ['contactPerson', client.hasContact]);
  }
  const missing = wanted.filter(([, there]) => !there).map(([fact]) => fact);
  return { done: wanted.length - missing.length, of: wanted.length, missing };
}

/** The words for a fact, as in 'Missing: phone number'. */
export function factKey(fact: Fact): MessageKey {
  return `addresses.facts.${fact}`;
}

const BLANK_ADDRESS: Address = {
  street: '',
  street2: '',
  city: '',
  region: '',
  postcode: '',
  country: '',
};

function has(text: string): boolean {
  return text.trim() !== '';
}
