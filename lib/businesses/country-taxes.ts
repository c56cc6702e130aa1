/**
 * Taxes on sales by country as of January 2026: European Commission, "VAT rates applied in the Member
 * States"; gov.uk, "VAT rates"; the finance ministries elsewhere. Among the recent changes: Finland
 * 13.5 % (2026), Lithuania 12 % (2026), Estonia 24 % (July 2025), Romania 21 and 11 % (August 2025),
 * Slovakia 23 and 19 % (2025), India's 5, 18 and 40 % (September 2025), Nova Scotia 14 % (April 2025),
 * Morocco's two rates (2024 to 2026), Russia 22 % and Kazakhstan 16 % (2026).
 * A start for a new business, which it then owns and edits; nothing here changes a rate later.
 */
export const TAX_LABELS = [
  'vat',
  'gst',
  'hst',
  'gstPst',
  'gstQst',
  'salesTax',
  'generalSalesTax',
  'consumptionTax',
  'businessTax',
] as const;

export type TaxLabel = (typeof TAX_LABELS)[number];

export const TAX_NOTES = ['byState', 'byProvince', 'noVat', 'severalTaxes'] as const;

export interface CountryTaxes {
  label: TaxLabel;
  /** Percentages as decimal text, the usual one first. */
  rates: readonly { rate: string; label: TaxLabel }[];
  /** Sales at 0 % that still count as taxable. */
  zero: boolean;
  exempt: boolean;
  reverseCharge: boolean;
  /** Goods to other member states and exports as categories of their own (EN 16931: K and G); elsewhere they are zero-rated. */
  euTrade: boolean;
  outsideScope: boolean;
  /** Whether prices are usually quoted with the tax in them, between businesses too. */
  pricesIncludeTax: boolean;
  /** Something the owner should know before choosing. */
  note: (typeof TAX_NOTES)[number] | null;
}

/** Country, rates from the usual one down, and a 0 where a zero rate exists. */
const VAT_RATES =
  'GB 20 5 0,IE 23 13.5 9 0,AT 20 13 10,BE 21 12 6,BG 20 9,CY 19 9 5 3 0,CZ 21 12,DE 19 7,DK 25,EE 24 13 9,' +
  'ES 21 10 4,FI 25.5 13.5 10,FR 20 10 5.5 2.1,MC 20 10 5.5 2.1,GR 24 13 6,HR 25 13 5,HU 27 18 5,IT 22 10 5 4,' +
  'LT 21 12 5,LU 17 14 8 3,LV 21 12 5,MT 18 12 7 5 0,NL 21 9,PL 23 8 5,PT 23 13 6,RO 21 11,SE 25 12 6,' +
  'SI 22 9.5 5,SK 23 19 5,CH 8.1 3.8 2.6 0,LI 8.1 3.8 2.6 0,NO 25 15 12 0,IS 24 11 0,TR 20 10 1 0,' +
  'AL 20 0,BA 17 0,ME 21 15 7 0,MK 18 10 5 0,RS 20 10 0,MD 20 8 0,GE 18 0,UA 20 14 7 0,RU 22 10 0,KZ 16 0,UZ 12 0,' +
  'SA 15 0,AE 5 0,BH 10 0,OM 5 0,EG 14 0,LB 11 0,PS 16 0,IL 18 0,SD 17 0,DZ 19 9,TN 19 13 7,MA 20 10,MR 16 0,' +
  'CN 13 9 6 3 0,KR 10 0,TH 7 0,VN 10 5 0,PH 12 0,LK 18 0,NP 13 0,BD 15 0,' +
  'ZA 15 0,NG 7.5 0,KE 16 0,TZ 18 0,UG 18 0,RW 18 0,ET 15 0,ZM 16 0,NA 15 0,BW 14 0,MU 15 0,SN 18 10,CI 18 9,' +
  'MX 16 8 0,AR 21 10.5 27,CL 19,CO 19 5 0,PE 18,UY 22 10 0,EC 15 0,CR 13,DO 18,GT 12';

const OTHER_RATES: Record<string, { label: TaxLabel; rates: string }> = {
  AU: { label: 'gst', rates: '10 0' },
  NZ: { label: 'gst', rates: '15 0' },
  SG: { label: 'gst', rates: '9 0' },
  IN: { label: 'gst', rates: '18 5 40 0' },
  PK: { label: 'salesTax', rates: '18 0' },
  JO: { label: 'generalSalesTax', rates: '16 0' },
  JP: { label: 'consumptionTax', rates: '10 8 0' },
  TW: { label: 'businessTax', rates: '5 0' },
};

const EUROPEAN_UNION = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK'.split(' '),
);
/** Outside the EU, where sellers too write 'reverse charge' on invoices. */
const REVERSE_CHARGE = new Set([
  'GB',
  'CH',
  'LI',
  'NO',
  'SA',
  'AE',
  'BH',
  'OM',
  'SG',
  'ZA',
  'IN',
  'RS',
]);
const INCLUSIVE = new Set(['AU', 'NZ', 'CN']);

const NONE: CountryTaxes = {
  label: 'vat',
  rates: [],
  zero: false,
  exempt: false,
  reverseCharge: false,
  euTrade: false,
  outsideScope: false,
  pricesIncludeTax: false,
  note: null,
};

const WITHOUT_RATES: Record<string, CountryTaxes> = {
  US: { ...NONE, label: 'salesTax', note: 'byState' },
  BR: { ...NONE, label: 'salesTax', note: 'severalTaxes' },
  KW: { ...NONE, note: 'noVat' },
  QA: { ...NONE, note: 'noVat' },
  HK: { ...NONE, note: 'noVat' },
  MO: { ...NONE, note: 'noVat' },
};

const CANADA: CountryTaxes = {
  ...NONE,
  label: 'gst',
  rates: [
    { rate: '5', label: 'gst' },
    { rate: '13', label: 'hst' },
    { rate: '14', label: 'hst' },
    { rate: '15', label: 'hst' },
    { rate: '11', label: 'gstPst' },
    { rate: '12', label: 'gstPst' },
    { rate: '14.975', label: 'gstQst' },
  ],
  zero: true,
  exempt: true,
  outsideScope: true,
  note: 'byProvince',
};

const TAXES = new Map<string, CountryTaxes>([
  ...VAT_RATES.split(',').map((row): [string, CountryTaxes] => [
    row.slice(0, 2),
    taxed(row.slice(0, 2), row.slice(3)),
  ]),
  ...Object.entries(OTHER_RATES).map(([country, { label, rates }]): [string, CountryTaxes] => [
    country,
    taxed(country, rates, label),
  ]),
  ...Object.entries(WITHOUT_RATES),
  ['CA', CANADA],
]);

/** A country not in the tables starts without a tax. */
export function taxesOf(country: string): CountryTaxes {
  return TAXES.get(country) ?? NONE;
}

function taxed(country: string, list: string, label: TaxLabel = 'vat'): CountryTaxes {
  const rates = list.split(' ');
  return {
    label,
    rates: rates.filter((rate) => rate !== '0').map((rate) => ({ rate, label })),
    zero: rates.includes('0'),
    exempt: true,
    reverseCharge: EUROPEAN_UNION.has(country) || REVERSE_CHARGE.has(country),
    euTrade: EUROPEAN_UNION.has(country),
    outsideScope: true,
    pricesIncludeTax: INCLUSIVE.has(country),
    note: null,
  };
}
