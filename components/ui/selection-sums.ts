/** How a currency is written: sign, decimals, and whether the sign is a word after the digits. */
export type CurrencySign = { symbol: string; after: boolean; decimals: number };

/** A figure of a row that the selection bar adds up: `of` says which ('open'), `minor` are minor units. */
export type RowSum = { of: string; minor: string; currency: string };

/** The figures of one row as the value of its `data-sums`. */
export function writeRowSums(sums: readonly RowSum[]): string {
  return sums.map(({ of, minor, currency }) => `${of} ${currency} ${minor}`).join(';');
}

/**
 * The sums of rows by their `data-sums`, exact as BigInt: one line per currency, made of the figures that have words in
 * `texts`, in their order ('£250.00 invoiced · £50.00 owed').
 */
export function sumsOf(
  rows: readonly (string | undefined)[],
  signs: Record<string, CurrencySign>,
  texts: Record<string, string>,
): string[] {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    for (const figure of row ? row.split(';') : []) {
      const [of = '', currency = '', minor = '0'] = figure.split(' ');
      const key = `${of} ${currency}`;
      sums.set(key, (sums.get(key) ?? 0n) + BigInt(minor));
    }
  }
  const currencies = new Set([...sums.keys()].map((key) => key.split(' ')[1] ?? ''));
  return [...currencies].flatMap((currency) => {
    const sign = signs[currency];
    const parts = Object.entries(texts).flatMap(([of, text]) => {
      const sum = sums.get(`${of} ${currency}`);
      return sum === undefined || !sign ? [] : [text.replace('{amount}', write(sum, sign))];
    });
    return parts.length > 0 ? [parts.join(' · ')] : [];
  });
}

function write(minor: bigint, { symbol, after, decimals }: CurrencySign): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = decimals ? `.${digits.slice(-decimals)}` : '';
  // A code ('SAR') stands apart from its digits, a sign ('£') does not.
  const before = after ? '' : symbol + (/^[A-Z]{3}$/.test(symbol) ? '\u00a0' : '');
  const text = `${minor < 0n ? '\u2212' : ''}${before}${whole}${rest}`;
  return `\u2066${text}\u2069${after ? `\u00a0${symbol}` : ''}`;
}
