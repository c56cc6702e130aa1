/** Payment method types that Stripe knows at 2026-10-28.endive (`link` may be allowed, not excluded). */
export const excludableMethods = [
  'acss_debit',
  'affirm',
  'afterpay_clearpay',
  'alipay',
  'alma',
  'amazon_pay',
  'au_becs_debit',
  'bacs_debit',
  'bancontact',
  'billie',
  'bizum',
  'blik',
  'boleto',
  'card',
  'cashapp',
  'crypto',
  'customer_balance',
  'eps',
  'fpx',
  'giropay',
  'grabpay',
  'ideal',
  'kakao_pay',
  'klarna',
  'konbini',
  'kr_card',
  'mb_way',
  'mobilepay',
  'multibanco',
  'naver_pay',
  'nz_bank_account',
  'oxxo',
  'p24',
  'pay_by_bank',
  'payco',
  'paynow',
  'paypal',
  'paypay',
  'payto',
  'pix',
  'promptpay',
  'revolut_pay',
  'samsung_pay',
  'satispay',
  'scalapay',
  'sepa_debit',
  'sequra',
  'sofort',
  'sunbit',
  'swish',
  'twint',
  'upi',
  'us_bank_account',
  'wechat_pay',
  'zip',
] as const;

const delayedByCurrency: Record<string, string> = {
  eur: 'sepa_debit',
  usd: 'us_bank_account',
  gbp: 'bacs_debit',
  cad: 'acss_debit',
  aud: 'au_becs_debit',
  nzd: 'nz_bank_account',
};

/** The delayed method offered for a currency; a bank transfer where there is no debit scheme. */
export function delayedMethod(currency: string): string {
  return delayedByCurrency[currency] ?? 'customer_balance';
}

/** Dynamic payment methods: a card and one delayed method, less what the session filters out. */
export function offeredMethods(
  currency: string,
  allowed: readonly string[] | undefined,
  excluded: readonly string[] | undefined,
): string[] {
  return ['card', delayedMethod(currency)].filter(
    (method) => (!allowed || allowed.includes(method)) && !excluded?.includes(method),
  );
}
