import type { z } from 'zod';
import { newId } from '@/lib/db/new-id';
import { newClientInput } from '@/lib/parties/schema';

/** A new client's form as the browser sends it, with what a test changes. */
export function typedClient(given: Partial<z.input<typeof newClientInput>> = {}) {
  return {
    id: newId(),
    kind: 'ORGANISATION' as const,
    companyName: 'Harbour Lane Dental Practice',
    email: 'accounts@harbourlane.example',
    country: 'GB',
    locale: 'en' as const,
    currency: 'GBP',
    ...given,
  };
}

/** The same, parsed as the action parses it. */
export function newClient(given: Partial<z.input<typeof newClientInput>> = {}) {
  return newClientInput.parse(typedClient(given));
}
