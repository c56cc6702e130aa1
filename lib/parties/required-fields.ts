import { CLIENT_FIELDS, type ClientField } from '@/lib/businesses/client-fields';
import { addressFields } from '@/lib/places/address';

const ORGANISATIONS_ONLY: readonly string[] = ['contactPerson', 'taxId'];
const ADDRESS_PARTS: readonly string[] = ['street', 'city', 'region', 'postcode'];

/**
 * What of the owner's choice applies to this client: a contact person and a tax number to organisations, a part of the
 * address where that country's post asks for it (no postcode in Dubai, no region in Germany). `chosen` may hold words
 * that mean nothing any more.
 */
export function requiredOf(
  chosen: readonly string[],
  client: { kind: 'PERSON' | 'ORGANISATION'; country: string },
): ClientField[] {
  const asked = addressFields(client.country)
    .filter(({ required }) => required)
    .map(({ part }): string => part);
  return CLIENT_FIELDS.filter(
    (field) =>
      chosen.includes(field) &&
      (client.kind === 'ORGANISATION' || !ORGANISATIONS_ONLY.includes(field)) &&
      (!ADDRESS_PARTS.includes(field) || asked.includes(field)),
  );
}

/** The form's own name of a field, where a complaint about it belongs. */
export function formFieldOf(field: ClientField): string {
  return field === 'contactPerson' ? 'contactGivenName' : field;
}
