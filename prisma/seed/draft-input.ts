import { newId } from '@/lib/db/new-id';
import type { DraftInput } from '@/lib/documents/draft-schema';

/** A line of £1,840.00 unless told otherwise. */
export function draftLine(
  given: Partial<DraftInput['lines'][number]> = {},
): DraftInput['lines'][number] {
  return {
    id: newId(),
    description: 'Fascia sign, powder-coated aluminium',
    details: '',
    quantity: '1',
    unit: '',
    unitPrice: '1840.00',
    discount: null,
    taxRateId: null,
    ...given,
  };
}

/** What the editor sends of a new draft of one line. */
export function draftInput(
  given: Partial<DraftInput> & Pick<DraftInput, 'partyId' | 'currency'>,
): DraftInput {
  return {
    id: newId(),
    version: 0,
    title: '',
    locale: 'en',
    pricesIncludeTax: false,
    issueOn: '',
    termsDays: 30,
    dueOn: '',
    deliveryOn: '',
    periodFrom: '',
    periodTo: '',
    reference: '',
    notes: '',
    terms: '',
    discount: null,
    lines: [draftLine()],
    ...given,
  };
}
