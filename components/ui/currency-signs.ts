import type { Locale } from '@/lib/i18n/locale';
import { exponent } from '@/lib/money/currencies';
import { currencySign } from '@/lib/money/currency-sign';
import type { CurrencySign } from './selection-sums';

/** How a list's currencies are written in its selection bar. */
export function currencySigns(
  currencies: Iterable<string>,
  locale: Locale,
): Record<string, CurrencySign> {
  const signs: Record<string, CurrencySign> = {};
  for (const currency of currencies) {
    const sign = currencySign(currency, locale);
    signs[currency] = { symbol: sign.text, after: sign.after, decimals: exponent(currency) };
  }
  return signs;
}
