import {
  type CountryCode,
  isSupportedCountry,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/min';
import { normaliseDigits } from '@/lib/i18n/digits';
import type { MessageKey, MessageValues } from '@/lib/i18n/translate';

export type PhoneCheck =
  /** `phone` is what to store: E.164, with ';ext=' and the extension where there is one (RFC 3966). */
  { ok: true; phone: string } | { ok: false; reason: MessageKey; values?: MessageValues };

/**
 * Reads a phone number as people write it; without a country code it is one of `country` (ISO 3166).
 * Arabic-Indic and full-width digits are understood. Lengths are checked, whether the number is in
 * service is not.
 */
export function checkPhone(text: string, country: string): PhoneCheck {
  const typed = tidy(text);
  if (!typed) return { ok: false, reason: 'addresses.phone.empty' };
  if (/\p{L}/u.test(typed.replace(/(ext\.?|x|#)\s*\d+$/i, ''))) {
    return { ok: false, reason: 'addresses.phone.letters' };
  }
  try {
    const number = parsePhoneNumberWithError(typed, {
      defaultCountry: defaultCountry(country),
      extract: false,
    });
    if (!number.isPossible()) return { ok: false, reason: 'addresses.phone.length' };
    return { ok: true, phone: stored(number) };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, reason: reasonOf(error.message) };
    throw error;
  }
}

/**
 * A stored number for reading: national where the reader's country is the number's own
 * ('0117 496 0142'), else international ('+44 117 496 0142'). A text that is no number is returned
 * as it is.
 */
export function displayPhone(phone: string, country: string): string {
  const number = read(phone);
  if (!number) return phone;
  const national = number.country !== undefined && number.country === country;
  const digits = national ? number.formatNational() : number.formatInternational();
  return number.ext && !digits.includes(number.ext) ? `${digits} ext. ${number.ext}` : digits;
}

/** The `tel:` address of a stored number, or null when it is none. */
export function phoneHref(phone: string): string | null {
  return read(phone)?.getURI() ?? null;
}

/** The digits to find a number by, with and without the country code, for `grams`. */
export function phoneDigits(phone: string): string {
  const number = read(phone);
  if (!number) return normaliseDigits(phone).replace(/\D/g, '');
  return `${number.number.slice(1)} ${number.formatNational().replace(/\D/g, '')}`;
}

function tidy(text: string): string {
  return normaliseDigits(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

function defaultCountry(country: string): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined;
}

function stored(number: PhoneNumber): string {
  return number.ext ? `${number.number};ext=${number.ext}` : number.number;
}

function read(phone: string): PhoneNumber | null {
  const [number = '', ext] = phone.split(';ext=');
  try {
    const parsed = parsePhoneNumberWithError(number);
    if (ext) parsed.setExt(ext);
    return parsed;
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}

function reasonOf(problem: string): MessageKey {
  if (problem === 'INVALID_COUNTRY') return 'addresses.phone.country';
  if (problem === 'TOO_SHORT' || problem === 'TOO_LONG') return 'addresses.phone.length';
  return 'addresses.phone.notANumber';
}
