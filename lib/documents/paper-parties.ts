import type { Business, Party } from '@/lib/db/generated/client';
import { readFile } from '@/lib/files/store';
import type { Locale } from '@/lib/i18n/locale';
import { addressLines } from '@/lib/places/address';
import type { PaperBankFact, PaperBuyer, PaperSeller } from './pdf/paper';

/** The business as it stands at the head of a paper to this client. */
export function paperSeller(business: Business, party: Party, locale: Locale): PaperSeller {
  return {
    name: business.name,
    legalName: business.legalName || null,
    addressLines: addressLines(business, { from: party.country, locale }),
    country: business.country,
    taxIdLabel: null,
    taxId: business.taxId || null,
    registrationId: business.registrationId || null,
    email: business.email || null,
    phone: business.phone || null,
    website: business.website || null,
  };
}

/** The client as they stand at the head of a paper of this business. */
export function paperBuyer(
  business: Business,
  party: Party,
  contactName: string | null,
  locale: Locale,
): PaperBuyer {
  return {
    name: party.displayName,
    contactName,
    addressLines: addressLines(party, { from: business.country, locale }),
    country: party.country,
    taxIdLabel: null,
    taxId: party.taxId || null,
    email: party.email || null,
  };
}

/** Where to pay; the reference comes last, where there is a number to name. */
export function bankFacts(business: Business, number: string | null): PaperBankFact[] {
  const facts: PaperBankFact[] = [
    { field: 'accountName', value: business.bankAccountName },
    { field: 'bankName', value: business.bankName },
    { field: 'routingCode', value: business.bankRoutingCode },
    { field: 'accountNumber', value: business.bankAccountNumber },
    { field: 'iban', value: business.bankIban },
    { field: 'bic', value: business.bankBic },
  ];
  const given = facts.filter((fact) => fact.value);
  return given.length > 0 && number ? [...given, { field: 'reference', value: number }] : given;
}

/** The bytes of a logo in the form a paper takes, or null where there is none. */
export async function paperLogo(businessId: string, hash: string | null): Promise<string | null> {
  const logo = hash ? await readFile(businessId, hash) : null;
  return logo ? Buffer.from(logo.bytes).toString('base64') : null;
}
