import type { EditorDraft } from '@/components/invoices/editor/editor-state';
import { newId } from '@/lib/db/new-id';

/** A draft as the editor holds it, with nothing typed yet but its lines. */
export function editorDraft(given: Partial<EditorDraft> & Pick<EditorDraft, 'lines'>): EditorDraft {
  return {
    id: newId(),
    partyId: newId(),
    title: '',
    currency: 'GBP',
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
    discount: '',
    ...given,
  };
}
