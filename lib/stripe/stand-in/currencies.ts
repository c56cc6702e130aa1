import { ApiRefusal, invalidParameter } from '@/lib/stripe/stand-in/api-refusal';

// docs.stripe.com/currencies: presentment currencies and their special cases
const presentment = new Set(
  `usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd
  cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd
  hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad
  mdl mga mkd mmk mnt mop mro mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr
  pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd
  tzs uah ugx usd uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw`.split(/\s+/),
);
const zeroDecimal = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const threeDecimal = new Set('bhd jod kwd omr tnd'.split(' '));
const wholeUnitsTimesHundred = new Set(['isk', 'ugx']);
// docs.stripe.com/currencies#minimum-and-maximum-charge-amounts, in minor units
const minimum: Record<string, number> = {
  usd: 50,
  eur: 50,
  cad: 50,
  aud: 50,
  chf: 50,
  sgd: 50,
  nzd: 50,
  brl: 50,
  inr: 50,
  gbp: 30,
  aed: 200,
  myr: 200,
  pln: 200,
  ron: 200,
  dkk: 250,
  nok: 300,
  sek: 300,
  hkd: 400,
  mxn: 1000,
  thb: 1000,
  czk: 1500,
  huf: 17500,
  jpy: 50,
  krw: 50,
};
const largest = 999_999_999_999;

/** Decimals of an amount in this (lower-case) currency on Stripe's wire: 0, 2 or 3. */
export function wireDecimals(currency: string): number {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
}

/** Refuses what is not a lower-case presentment currency of Stripe's. */
export function checkCurrency(currency: string, param: string): void {
  if (!presentment.has(currency)) {
    throw invalidParameter(param, `Invalid currency: ${currency}.`);
  }
}

/** Refuses amounts that the currency cannot carry: 5.124 KWD, half an Icelandic króna. */
export function checkStep(amount: number, currency: string, param: string): void {
  const step = threeDecimal.has(currency) ? 10 : wholeUnitsTimesHundred.has(currency) ? 100 : 1;
  if (amount % step !== 0) {
    throw invalidParameter(
      param,
      `Invalid amount: amounts in ${currency} must be a multiple of ${step}.`,
      'parameter_invalid_integer',
    );
  }
}

/** Refuses a total below Stripe's minimum (only where the table names one) or above 12 digits. */
export function checkTotal(amount: number, currency: string, param: string): void {
  const least = Math.max(minimum[currency] ?? 1, 1);
  if (amount < least) {
    throw new ApiRefusal(
      `The Checkout Session's total amount must convert to at least ${least} in the smallest unit of ${currency}.`,
      { code: 'amount_too_small', param },
    );
  }
  if (amount > largest) {
    throw new ApiRefusal(`Amount must be no more than ${largest}.`, {
      code: 'amount_too_large',
      param,
    });
  }
}

/** Writes an amount for people, exactly, with Latin digits: 123456 jod → JOD 123.456. */
export function showAmount(amount: number, currency: string, locale = 'en'): string {
  const decimals = wireDecimals(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const decimal = `${amount < 0 ? '-' : ''}${digits.slice(0, cut)}${decimals ? `.${digits.slice(cut)}` : ''}`;
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(decimal as Intl.StringNumericLiteral);
}
