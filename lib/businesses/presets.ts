import type { TaxCategory } from '@/lib/db/generated/enums';
import type { Locale } from '@/lib/i18n/locale';
import { type MessageKey, translator } from '@/lib/i18n/translate';
import { currencyOf } from './country-currencies';
import { taxesOf } from './country-taxes';

/** What a new business starts with, guessed from its country alone; each can be changed at once. */
export interface BusinessPreset {
  /** ISO 4217. */
  currency: string;
  locale: Locale;
  /** IANA, the likeliest first. */
  timeZones: readonly string[];
  paperSize: 'A4' | 'LETTER';
  pricesIncludeTax: boolean;
  /** A sentence to show beside the tax rates, where the country needs one. */
  taxNoteKey: MessageKey | null;
}

/** A row of the tax rates to create; the names are in the owner's language and then the owner's to edit. */
export interface TaxRatePreset {
  name: string;
  /** Percent as decimal text with at most four decimals: '13.5'. */
  rate: string;
  category: TaxCategory;
  /** Printed behind the category's own words, which the paper says anyway: a provision of the law, or nothing. */
  exemptionReason: string;
  isDefault: boolean;
}

const ARABIC = new Set(
  'AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE'.split(' '),
);
const CHINESE = new Set(['CN', 'HK', 'MO', 'TW']);

/** Unicode CLDR, paper size by territory. */
const LETTER = new Set('BZ CA CL CO CR DO GT MX NI PA PH PR SV US VE'.split(' '));

/** Where the zone most people live in is not the first of the alphabet. */
const FIRST_ZONES: Record<string, string> = {
  US: 'America/New_York',
  CA: 'America/Toronto',
  AU: 'Australia/Sydney',
  NZ: 'Pacific/Auckland',
  BR: 'America/Sao_Paulo',
  MX: 'America/Mexico_City',
  AR: 'America/Argentina/Buenos_Aires',
  CL: 'America/Santiago',
  EC: 'America/Guayaquil',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
  CY: 'Asia/Nicosia',
  UZ: 'Asia/Tashkent',
  MN: 'Asia/Ulaanbaatar',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  GL: 'America/Nuuk',
  PF: 'Pacific/Tahiti',
  KI: 'Pacific/Tarawa',
};

/** ICU still answers with names that the IANA database has retired. */
const RENAMED: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** For any country, ISO 3166 alpha-2; one that is unknown gets US dollars, English, UTC and A4. */
export function businessPreset(country: string): BusinessPreset {
  const { pricesIncludeTax, note } = taxesOf(country);
  return {
    currency: currencyOf(country),
    locale: ARABIC.has(country) ? 'ar' : CHINESE.has(country) ? 'zh' : 'en',
    timeZones: timeZonesOf(country),
    paperSize: LETTER.has(country) ? 'LETTER' : 'A4',
    pricesIncludeTax,
    taxNoteKey: note && `taxes.notes.${note}`,
  };
}

/** What the tax on sales is called in this country, in the reader's language: VAT, GST, 增值税. */
export function taxLabel(country: string, locale: Locale): string {
  return translator(locale)(`taxes.labels.${taxesOf(country).label}`);
}

/** The tax rates a new business of this country starts with, the default first. Never empty. */
export function taxRatePresets(country: string, locale: Locale): TaxRatePreset[] {
  const t = translator(locale);
  const taxes = taxesOf(country);
  const tax = taxLabel(country, locale);
  const untaxed = (
    category: TaxRatePreset['category'],
    name: string,
    exemptionReason = '',
  ): TaxRatePreset => ({
    name,
    rate: '0',
    category,
    exemptionReason,
    isDefault: false,
  });

  const presets: TaxRatePreset[] = taxes.rates.map(({ rate, label }) => ({
    name: t('taxes.names.rated', { tax: t(`taxes.labels.${label}`), rate }),
    rate,
    category: 'STANDARD',
    exemptionReason: '',
    isDefault: false,
  }));
  if (taxes.zero) presets.push(untaxed('ZERO', t('taxes.names.rated', { tax, rate: '0' })));
  if (taxes.exempt) presets.push(untaxed('EXEMPT', t('taxes.names.exempt', { tax })));
  // Council Directive 2006/112/EC: services between businesses, goods to another member state, exports.
  const article = (article: string) =>
    taxes.euTrade ? t('taxes.reasons.article', { article }) : '';
  if (taxes.reverseCharge) {
    presets.push(untaxed('REVERSE_CHARGE', t('taxes.names.reverseCharge'), article('196')));
  }
  if (taxes.euTrade) {
    presets.push(
      untaxed('INTRA_COMMUNITY', t('taxes.names.intraCommunity'), article('138')),
      untaxed('EXPORT', t('taxes.names.export'), article('146')),
    );
  }
  if (taxes.outsideScope) {
    presets.push(untaxed('OUTSIDE_SCOPE', t('taxes.names.outsideScope', { tax })));
  }
  if (presets.length === 0) presets.push(untaxed('OUTSIDE_SCOPE', t('taxes.names.none')));
  return presets.map((preset, at) => ({ ...preset, isDefault: at === 0 }));
}

function timeZonesOf(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return ['UTC'];
  const first = FIRST_ZONES[country];
  const current = (regionZones(country) ?? []).map((zone) => RENAMED[zone] ?? zone);
  const ordered = first ? [first, ...current.filter((zone) => zone !== first)] : current;
  return ordered.length > 0 ? ordered : ['UTC'];
}

/** TypeScript's library does not know `getTimeZones` yet (ECMA-402, 2025; in Node since 18). */
function regionZones(country: string): string[] | undefined {
  const region = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones(): string[] | undefined;
  };
  return region.getTimeZones();
}
