import type { T } from '@/lib/i18n/translate';

const METHODS = ['CARD', 'BANK_DEBIT', 'BANK_TRANSFER', 'CASH', 'CHEQUE'] as const;

/** How money came, standing alone: by the name on the client's own statement ('Visa •• 4242'), else by its kind. */
export function methodName(t: T, method: string | null, detail: string): string {
  return detail ? unbroken(detail) : t(`portal.methods.${known(method)}`);
}

/** The same in the middle of a sentence. */
export function methodWords(t: T, method: string | null, detail: string): string {
  return detail ? unbroken(detail) : t(`portal.methodWords.${known(method)}`);
}

function known(method: string | null) {
  return METHODS.find((one) => one === method) ?? 'OTHER';
}

/** Card digits stay beside their card. */
function unbroken(detail: string): string {
  return detail.length <= 24 ? detail.replaceAll(' ', '\u00a0') : detail;
}
