/**
 * ISO 4217 by number of decimals, written here and never asked from `Intl`, whose answer follows
 * spoken custom (HUF 0, IDR 0) and would be wrong by a factor of 100. Funds, metals and test codes
 * (XDR, XAU, XXX …) are left out: nobody is invoiced in them. So are CLF and UYW, the units of
 * account with four decimals: amounts here have 0, 2 or 3. BGN stays for documents from before 2026.
 */
const DECIMALS_0 = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';

const DECIMALS_2 =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF ' +
  'CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD ' +
  'HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK ' +
  'MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD ' +
  'RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS ' +
  'UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';

const DECIMALS_3 = 'BHD IQD JOD KWD LYD OMR TND';

export type Exponent = 0 | 2 | 3;

const EXPONENTS: ReadonlyMap<string, Exponent> = new Map<string, Exponent>([
  ...DECIMALS_0.split(' ').map((code) => [code, 0] as const),
  ...DECIMALS_2.split(' ').map((code) => [code, 2] as const),
  ...DECIMALS_3.split(' ').map((code) => [code, 3] as const),
]);

/** Every currency code an amount may have, in alphabetical order. */
export const CURRENCIES: readonly string[] = [...EXPONENTS.keys()].sort();

/** True for an upper-case code of the table. */
export function isCurrency(value: unknown): value is string {
  return typeof value === 'string' && EXPONENTS.has(value);
}

/** How many decimals a currency's minor unit stands for. Throws a RangeError for an unknown code. */
export function exponent(currency: string): Exponent {
  const found = EXPONENTS.get(currency);
  if (found === undefined) throw new RangeError(`Not a currency code: ${currency}`);
  return found;
}
