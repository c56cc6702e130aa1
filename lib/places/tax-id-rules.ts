/**
 * What a tax number looks like, country by country. Sources: European Commission, VIES FAQ
 * "VAT number structure" (EU and XI); HMRC VAT notice 700; UID-Register (CH); GSTN (IN); ABR (AU);
 * ZATCA and FTA registration guides (SA, AE); NBR (BH), Oman Tax Authority; IRS Pub. 1635 (US);
 * GB 32100-2015 (CN); Receita Federal IN 2.229/2024 (BR); SAT (MX); NTA (JP); IRAS (SG).
 */
export const TAX_ID_NAMES = [
  'vat',
  'taxNumber',
  'abn',
  'gst',
  'gstin',
  'businessNumber',
  'ein',
  'trn',
  'uscc',
  'cnpj',
  'rfc',
  'invoiceRegistration',
  'brn',
  'ubn',
  'vkn',
  'ice',
  'uid',
  'mva',
] as const;

export interface TaxIdRule {
  name: (typeof TAX_ID_NAMES)[number];
  /** What the law puts in front. Typed or not, it is stored and shown. */
  prefix?: string;
  /** The number without its prefix, upper case, without separators. */
  pattern: RegExp;
  /** What the law puts behind. */
  suffix?: string;
  /** The lengths it may have, from short to long, where the number is digits alone. */
  digits?: readonly number[];
  /** How many characters there are, where letters are among them. */
  characters?: number;
  /** A made-up number of the right shape, for saying what is expected. */
  example: string;
  /** Groups for reading, such as '3 4 2'; what is left over stands at the end. */
  groups?: string;
  /** Between the groups and after the prefix; a space unless told. */
  joint?: string;
}

/** Digits alone. */
function numeric(
  name: TaxIdRule['name'],
  digits: readonly number[],
  more: Partial<TaxIdRule> = {},
): TaxIdRule {
  const pattern = new RegExp(`^(?:${digits.map((length) => `\\d{${length}}`).join('|')})$`);
  return { name, digits, pattern, example: '1234567890123456789'.slice(0, digits[0]), ...more };
}

const eu = (prefix: string, ...digits: number[]) => numeric('vat', digits, { prefix });
const euLetters = (
  prefix: string,
  pattern: RegExp,
  example: string,
  characters?: number,
): TaxIdRule => ({
  name: 'vat',
  prefix,
  pattern,
  example,
  characters,
});

export const TAX_ID_RULES: Record<string, TaxIdRule> = {
  AT: euLetters('AT', /^U\d{8}$/, 'U12345678', 9),
  BE: numeric('vat', [10], {
    prefix: 'BE',
    pattern: /^[01]\d{9}$/,
    example: '0123456789',
    groups: '4 3 3',
  }),
  BG: eu('BG', 9, 10),
  CY: euLetters('CY', /^\d{8}[A-Z]$/, '12345678L', 9),
  CZ: eu('CZ', 8, 9, 10),
  DE: { ...eu('DE', 9), pattern: /^[1-9]\d{8}$/ },
  DK: { ...eu('DK', 8), groups: '2 2 2 2' },
  EE: eu('EE', 9),
  ES: euLetters('ES', /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, 'B12345678', 9),
  FI: eu('FI', 8),
  FR: { ...euLetters('FR', /^[A-HJ-NP-Z0-9]{2}\d{9}$/, '12345678901', 11), groups: '2 3 3 3' },
  GR: eu('EL', 9),
  HR: eu('HR', 11),
  HU: eu('HU', 8),
  IE: euLetters('IE', /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/, '1234567FA'),
  IT: eu('IT', 11),
  LT: eu('LT', 9, 12),
  LU: eu('LU', 8),
  LV: eu('LV', 11),
  MT: eu('MT', 8),
  NL: euLetters('NL', /^\d{9}B\d{2}$/, '123456789B01', 12),
  PL: eu('PL', 10),
  PT: eu('PT', 9),
  RO: numeric('vat', [2, 3, 4, 5, 6, 7, 8, 9, 10], { prefix: 'RO', example: '12345678' }),
  SE: { ...eu('SE', 12), groups: '10 2' },
  SI: eu('SI', 8),
  SK: eu('SK', 10),
  GB: {
    ...numeric('vat', [9, 12], { prefix: 'GB', groups: '3 4 2' }),
    pattern: /^(?:\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/,
  },
  CH: numeric('uid', [9], { prefix: 'CHE', groups: '3 3 3', joint: '.' }),
  NO: numeric('mva', [9], { prefix: 'NO', suffix: 'MVA', groups: '3 3 3' }),
  IS: numeric('vat', [5, 6]),
  TR: numeric('vkn', [10, 11]),
  IN: {
    name: 'gstin',
    pattern: /^\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}$/,
    characters: 15,
    example: '27ABCDE1234F1Z5',
  },
  AU: numeric('abn', [11], { groups: '2 3 3 3' }),
  NZ: numeric('gst', [8, 9]),
  SA: { ...numeric('vat', [15], { example: '310123456700003' }) },
  AE: numeric('trn', [15], { example: '100123456700003', groups: '3 4 4 4', joint: '-' }),
  BH: numeric('vat', [15]),
  OM: numeric('vat', [10], { prefix: 'OM' }),
  EG: numeric('taxNumber', [9], { groups: '3 3 3', joint: '-' }),
  JO: numeric('taxNumber', [7, 8, 9]),
  MA: numeric('ice', [15]),
  TN: { name: 'taxNumber', pattern: /^\d{7}[A-Z](?:[A-Z]{2}\d{3})?$/, example: '1234567AAM000' },
  US: numeric('ein', [9], { groups: '2 7', joint: '-' }),
  CA: {
    name: 'businessNumber',
    pattern: /^\d{9}(?:RT\d{4})?$/,
    example: '123456789RT0001',
    groups: '9 2 4',
  },
  CN: {
    name: 'uscc',
    pattern: /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/,
    characters: 18,
    example: '91330105MA0000000X',
  },
  TW: numeric('ubn', [8]),
  HK: { name: 'brn', pattern: /^\d{8}(?:\d{3}|\d{11}.)?$/, example: '12345678' },
  SG: {
    name: 'gst',
    pattern: /^(?:\d{8,9}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z]|M[A-Z0-9]\d{7,8}[A-Z0-9]?)$/,
    example: '200312345A',
  },
  JP: numeric('invoiceRegistration', [13], { prefix: 'T', joint: '' }),
  KR: numeric('brn', [10], { groups: '3 2 5', joint: '-' }),
  BR: {
    name: 'cnpj',
    pattern: /^(?:[0-9A-Z]{12}\d{2}|\d{11})$/,
    characters: 14,
    example: '12ABC34501DE35',
  },
  MX: { name: 'rfc', pattern: /^[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{2}[A0-9]$/, example: 'ABC010203AB1' },
  AR: numeric('taxNumber', [11], { groups: '2 8 1', joint: '-' }),
  ZA: { ...numeric('vat', [10], { example: '4123456789' }), pattern: /^4\d{9}$/ },
  IL: numeric('taxNumber', [9]),
};
