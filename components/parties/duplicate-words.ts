import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { Duplicate } from '@/lib/parties/find-duplicates';

/** 'Harbour Lane Dental, Bristol: same e-mail and phone, £11,208.00 invoiced since March 2024.' */
export function duplicateWords(t: T, f: Formatter, found: Duplicate): string {
  const reasons = found.reasons.map((reason) => t(`clients.duplicates.reasons.${reason}`));
  const invoiced = found.invoiced.map(({ currency, amount }) => f.money(amount, currency));
  return t('clients.duplicates.text', {
    name: [found.name, found.city].filter(Boolean).join(t('clients.comma')),
    reasons: f.list(reasons),
    amounts: f.list(invoiced),
    since: f.instantDate(found.since),
    state: found.archived ? 'archived' : invoiced.length > 0 ? 'invoiced' : 'new',
  });
}
