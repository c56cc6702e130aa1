import { type InvoiceFacts, type InvoiceState, invoiceState } from '@/lib/documents/status';
import type { CalendarDate } from '@/lib/time/calendar-date';

/** The state as a client reads it: whether an invoice was mailed yet is the business's affair. */
export function clientState(
  facts: InvoiceFacts,
  today: CalendarDate,
): Exclude<InvoiceState, 'draft' | 'unsent'> {
  const state = invoiceState(facts, today);
  return state === 'unsent' || state === 'draft' ? 'due' : state;
}
