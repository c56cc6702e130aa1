/** How a currency is written: sign, decimals, and whether the sign is a word after the digits. */
export type CurrencySign = { symbol: string; after: boolean; decimals: number };

type Row = { dataset: DOMStringMap } | null;

/** The sums of rows that carry `data-minor` and `data-currency`, one text for each currency; exact, as BigInt. */
export function sumsOf(rows: Row[], signs: Record<string, CurrencySign>): string[] {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const { minor, currency } = row?.dataset ?? {};
    if (minor && currency) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  }
  return [...sums].flatMap(([currency, sum]) => {
    const sign = signs[currency];
    return sign ? [write(sum, sign)] : [];
  });
}

function write(minor: bigint, { symbol, after, decimals }: CurrencySign): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = decimals ? `.${digits.slice(-decimals)}` : '';
  const text = `${minor < 0n ? '\u2212' : ''}${after ? '' : symbol}${whole}${rest}`;
  return `\u2066${text}\u2069${after ? `\u00a0${symbol}` : ''}`;
}
