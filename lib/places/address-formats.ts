/**
 * How addresses are written, country by country: Universal Postal Union, "Postal addressing systems",
 * and the address data that Chromium publishes (libaddressinput). '|' ends a line; text around a
 * part is printed only with that part.
 */
export type AddressPart = 'street' | 'street2' | 'city' | 'region' | 'postcode' | 'country';

export const POSTCODE_NAMES = ['postcode', 'postalCode', 'zip', 'pin', 'eircode', 'cep'] as const;
export const REGION_NAMES = [
  'region',
  'state',
  'stateOrTerritory',
  'province',
  'provinceOrTerritory',
  'county',
  'emirate',
  'prefecture',
  'governorate',
  'area',
] as const;
export const CITY_NAMES = ['city', 'townOrCity', 'suburbOrTown', 'district', 'cityOrWard'] as const;

export interface AddressFormat {
  lines: string;
  /** Used when street or city are written in the country's own script: from the large to the small. */
  nativeLines?: string;
  nativeScript?: RegExp;
  required: readonly Exclude<AddressPart, 'country'>[];
  postcode: (typeof POSTCODE_NAMES)[number];
  region: (typeof REGION_NAMES)[number];
  city: (typeof CITY_NAMES)[number];
}

const HAN = /\p{sc=Han}/u;
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const HANGUL = /\p{sc=Hangul}/u;

const DEFAULT: AddressFormat = {
  lines: 'street|street2|postcode city|region',
  required: ['street', 'city'],
  postcode: 'postcode',
  region: 'region',
  city: 'city',
};

/** Street, postcode and city, as in most of continental Europe. */
const EUROPEAN: AddressFormat = { ...DEFAULT, required: ['street', 'city', 'postcode'] };
/** City first, then a postcode that some addresses have: much of the Gulf and the Levant. */
const CITY_FIRST: AddressFormat = {
  ...DEFAULT,
  lines: 'street|street2|city postcode|region',
  region: 'governorate',
};

const FORMATS: Record<string, Partial<AddressFormat>> = {
  GB: {
    lines: 'street|street2|city|region|postcode',
    required: ['street', 'city', 'postcode'],
    region: 'county',
    city: 'townOrCity',
  },
  IE: {
    lines: 'street|street2|city|region|postcode',
    postcode: 'eircode',
    region: 'county',
    city: 'townOrCity',
  },
  US: {
    lines: 'street|street2|city, region postcode',
    required: ['street', 'city', 'region', 'postcode'],
    postcode: 'zip',
    region: 'state',
  },
  CA: {
    lines: 'street|street2|city region postcode',
    required: ['street', 'city', 'region', 'postcode'],
    postcode: 'postalCode',
    region: 'provinceOrTerritory',
  },
  AU: {
    lines: 'street|street2|city region postcode',
    required: ['street', 'city', 'region', 'postcode'],
    region: 'stateOrTerritory',
    city: 'suburbOrTown',
  },
  NZ: {
    lines: 'street|street2|region|city postcode',
    required: ['street', 'city', 'postcode'],
    city: 'townOrCity',
  },
  ES: { ...EUROPEAN, region: 'province' },
  IT: { ...EUROPEAN, lines: 'street|street2|postcode city region', region: 'province' },
  TR: { ...EUROPEAN, lines: 'street|street2|postcode city/region', region: 'province' },
  LV: { ...EUROPEAN, lines: 'street|street2|city, postcode|region' },
  HU: { ...EUROPEAN, lines: 'city|street|street2|postcode|region' },
  RU: { ...EUROPEAN, lines: 'street|street2|city|region|postcode' },
  UA: { ...EUROPEAN, lines: 'street|street2|city|region|postcode' },
  SA: {
    lines: 'street|street2|city postcode|region',
    required: ['street', 'city', 'postcode'],
    region: 'province',
  },
  AE: { lines: 'street|street2|city|region', required: ['street', 'region'], region: 'emirate' },
  BH: { ...CITY_FIRST },
  QA: { ...CITY_FIRST, lines: 'street|street2|city|region' },
  KW: { lines: 'street|street2|postcode city|region', region: 'governorate' },
  OM: { lines: 'street|street2|postcode|city|region', region: 'governorate' },
  JO: { ...CITY_FIRST },
  LB: { ...CITY_FIRST },
  SY: { ...CITY_FIRST },
  PS: { ...CITY_FIRST },
  IQ: { ...CITY_FIRST, lines: 'street|street2|city, region|postcode' },
  EG: { lines: 'street|street2|city|region|postcode', region: 'governorate' },
  YE: { ...CITY_FIRST },
  MA: { region: 'region' },
  DZ: { region: 'province' },
  TN: { region: 'governorate' },
  LY: { ...CITY_FIRST },
  SD: { ...CITY_FIRST, region: 'state' },
  IL: { lines: 'street|street2|city postcode' },
  IN: {
    lines: 'street|street2|city postcode|region',
    required: ['street', 'city', 'region', 'postcode'],
    postcode: 'pin',
    region: 'state',
  },
  PK: { lines: 'street|street2|city-postcode|region', region: 'province' },
  CN: {
    lines: 'street|street2|city|region, postcode',
    nativeLines: 'region city|street|street2|邮编 postcode',
    nativeScript: HAN,
    required: ['street', 'city', 'region'],
    postcode: 'postalCode',
    region: 'province',
    city: 'city',
  },
  TW: {
    lines: 'street|street2|city, region postcode',
    nativeLines: 'postcode|region city|street|street2',
    nativeScript: HAN,
    required: ['street', 'city'],
    postcode: 'postalCode',
    region: 'county',
    city: 'district',
  },
  HK: {
    lines: 'street|street2|city|region',
    nativeLines: 'region city|street|street2',
    nativeScript: HAN,
    required: ['street', 'region'],
    region: 'area',
    city: 'district',
  },
  MO: {
    lines: 'street|street2|city',
    nativeLines: 'city|street|street2',
    nativeScript: HAN,
    required: ['street'],
    city: 'district',
  },
  JP: {
    lines: 'street|street2|city, region|postcode',
    nativeLines: '〒postcode|region city|street|street2',
    nativeScript: JAPANESE,
    required: ['street', 'city', 'region', 'postcode'],
    postcode: 'postalCode',
    region: 'prefecture',
    city: 'cityOrWard',
  },
  KR: {
    lines: 'street|street2|city|region|postcode',
    nativeLines: 'region city|street|street2|postcode',
    nativeScript: HANGUL,
    required: ['street', 'city', 'postcode'],
    postcode: 'postalCode',
    region: 'province',
  },
  SG: {
    lines: 'street|street2|Singapore postcode',
    required: ['street', 'postcode'],
    postcode: 'postalCode',
  },
  MY: { required: ['street', 'city', 'postcode'], region: 'state' },
  TH: {
    lines: 'street|street2|city|region postcode',
    region: 'province',
    required: ['street', 'city', 'postcode'],
  },
  VN: { lines: 'street|street2|city|region postcode', region: 'province' },
  ID: { lines: 'street|street2|city|region postcode', region: 'province' },
  PH: { lines: 'street|street2|city|postcode region', region: 'province', postcode: 'zip' },
  BR: {
    lines: 'street|street2|city - region|postcode',
    required: ['street', 'city', 'region', 'postcode'],
    postcode: 'cep',
    region: 'state',
  },
  MX: {
    lines: 'street|street2|postcode city, region',
    required: ['street', 'city', 'region', 'postcode'],
    postcode: 'postalCode',
    region: 'state',
  },
  AR: { region: 'province', postcode: 'postalCode' },
  CL: { region: 'region', postcode: 'postalCode' },
  CO: { lines: 'street|street2|city, region, postcode', region: 'region', postcode: 'postalCode' },
  PE: { lines: 'street|street2|city postcode|region', postcode: 'postalCode' },
  ZA: {
    lines: 'street|street2|city|region|postcode',
    required: ['street', 'city', 'postcode'],
    region: 'province',
    postcode: 'postalCode',
  },
  NG: {
    lines: 'street|street2|city postcode|region',
    required: ['street', 'city'],
    region: 'state',
  },
  KE: { lines: 'street|street2|city|postcode|region', region: 'county' },
};

const LIKE_EUROPE = new Set(
  'DE FR NL BE LU AT CH LI PT PL CZ SK SE DK NO FI IS GR CY EE LT BG RO HR SI MT MC SM VA AD RS BA ME MK AL'.split(
    ' ',
  ),
);

/** The format of a country; those without one of their own get street, postcode and city, region. */
export function addressFormat(country: string): AddressFormat {
  const own = Object.hasOwn(FORMATS, country) ? FORMATS[country] : undefined;
  if (own) return { ...DEFAULT, ...own };
  return LIKE_EUROPE.has(country) ? EUROPEAN : DEFAULT;
}
