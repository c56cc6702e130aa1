import type { Locale } from '@/lib/i18n/locale';

/** How a currency is written beside an amount; `after` is true for signs that are words. */
export interface CurrencySign {
  text: string;
  after: boolean;
}

// Signs of one meaning in every language. A bare ¥ or $ says which currency only where one is at home.
const SIGNS: Record<string, string> = {
  AUD: 'A$',
  BDT: '৳',
  BRL: 'R$',
  CAD: 'CA$',
  CNY: 'CN¥',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  ILS: '₪',
  INR: '₹',
  JPY: '¥',
  KRW: '₩',
  MXN: 'MX$',
  NGN: '₦',
  NZD: 'NZ$',
  PHP: '₱',
  TRY: '₺',
  TWD: 'NT$',
  UAH: '₴',
  USD: '$',
  VND: '₫',
};

const LOCAL_SIGNS: Record<Locale, Record<string, string>> = {
  en: {},
  ar: {},
  zh: { CNY: '¥', JPY: 'JP¥', USD: 'US$' },
};

const ARABIC_WORDS: Record<string, string> = {
  AED: 'د.إ',
  BHD: 'د.ب',
  DZD: 'د.ج',
  EGP: 'ج.م',
  IQD: 'د.ع',
  JOD: 'د.أ',
  KWD: 'د.ك',
  LBP: 'ل.ل',
  LYD: 'د.ل',
  MAD: 'د.م',
  OMR: 'ر.ع',
  QAR: 'ر.ق',
  SAR: 'ر.س',
  SDG: 'ج.س',
  SYP: 'ل.س',
  TND: 'د.ت',
  YER: 'ر.ي',
};

/** '£' before the digits, 'د.أ' after them, or the ISO code ('CHF') before them with a space. */
export function currencySign(currency: string, locale: Locale): CurrencySign {
  const word = locale === 'ar' ? ARABIC_WORDS[currency] : undefined;
  if (word) return { text: word, after: true };
  return { text: LOCAL_SIGNS[locale][currency] ?? SIGNS[currency] ?? currency, after: false };
}

/** Every way this currency may be written beside a typed amount, in any language. */
export function writtenSigns(currency: string): string[] {
  const signs = [currency, SIGNS[currency], ARABIC_WORDS[currency], LOCAL_SIGNS.zh[currency]];
  const word = ARABIC_WORDS[currency];
  if (word) signs.push(`${word}.`);
  return signs.filter((sign) => sign !== undefined);
}
