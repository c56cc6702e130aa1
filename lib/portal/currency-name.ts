import { type Locale, languageTag } from '@/lib/i18n/locale';

/** A currency by its name in the middle of a sentence: 'pounds sterling', 'دينار أردني', '人民币'. */
export function currencyName(locale: Locale, currency: string): string {
  const options = { style: 'currency', currency, currencyDisplay: 'name' } as const;
  const parts = new Intl.NumberFormat(languageTag(locale), options).formatToParts(100);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
