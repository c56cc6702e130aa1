/** What a country calls its sales tax; decides the words on its papers. */
export type TaxSystem = 'VAT' | 'GST' | 'SALES_TAX' | 'CONSUMPTION_TAX' | 'TAX';

const VAT_COUNTRIES = new Set(
  (
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK ' +
    'GB CH NO IS UA RS TR CN ZA KE NG EG MA TN DZ AE SA BH OM PS GH PH TH VN KR IL'
  ).split(' '),
);
const GST_COUNTRIES = new Set(['AU', 'NZ', 'SG', 'IN', 'CA', 'PK', 'MV', 'JE']);
const SALES_TAX_COUNTRIES = new Set(['US', 'JO']);

/** The tax of a country (ISO 3166-1 alpha-2), or plainly 'TAX' where we don't know better. */
export function taxSystem(country: string | null): TaxSystem {
  if (country === null) return 'TAX';
  if (VAT_COUNTRIES.has(country)) return 'VAT';
  if (GST_COUNTRIES.has(country)) return 'GST';
  if (SALES_TAX_COUNTRIES.has(country)) return 'SALES_TAX';
  return country === 'JP' ? 'CONSUMPTION_TAX' : 'TAX';
}
