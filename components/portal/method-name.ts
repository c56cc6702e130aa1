import type { T } from '@/lib/i18n/translate';

const METHODS = ['CARD', 'BANK_DEBIT', 'BANK_TRANSFER', 'CASH', 'CHEQUE'] as const;

/** How money came: by the name on the client's own statement ('Visa •• 4242'), else by its kind. */
export function methodName(t: T, method: string | null, detail: string): string {
  if (detail) return detail;
  const known = METHODS.find((one) => one === method);
  return t(`portal.methods.${known ?? 'OTHER'}`);
}
