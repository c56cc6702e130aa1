import { Refused } from '@/lib/actions/refused';
import { exponent } from './currencies';
import { parseAmount } from './money';

/**
 * Reads a typed amount of a currency into minor units for a deed. Throws Refused with the message for
 * the person and the form field it belongs to. Zero and negative amounts are the caller's question.
 */
export function requireAmount(text: string, currency: string, field: string): bigint {
  const parsed = parseAmount(text, currency);
  if (parsed.ok) return parsed.minor;
  const { reason, ok: _ok, ...readings } = parsed;
  const values = { currency, decimals: exponent(currency), ...readings };
  throw new Refused(`money.errors.${reason}`, values, field);
}
