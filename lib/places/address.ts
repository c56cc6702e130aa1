import type { Locale } from '@/lib/i18n/locale';
import type { MessageKey } from '@/lib/i18n/translate';
import { type AddressFormat, type AddressPart, addressFormat } from './address-formats';
import { printedRegion } from './address-regions';
import { countryName } from './countries';

/** A postal address in parts, empty text where a part is missing; `country` is ISO 3166 alpha-2. */
export interface Address {
  street: string;
  street2: string;
  city: string;
  region: string;
  postcode: string;
  country: string;
}

export interface AddressField {
  part: AddressPart;
  labelKey: MessageKey;
  /** Whether letters do not arrive in this country without it. */
  required: boolean;
}

const WORD = /street2|street|city|region|postcode/g;
type PrintedPart = Exclude<AddressPart, 'country'>;
const PARTS: readonly PrintedPart[] = ['street', 'street2', 'city', 'region', 'postcode'];

/**
 * The fields of an address form in this country, in the order of the form (country first, because it
 * decides the rest), each with the name that people there use: ZIP code, PIN code, emirate.
 */
export function addressFields(country: string): AddressField[] {
  const format = addressFormat(country);
  const labels: Record<PrintedPart, MessageKey> = {
    street: 'addresses.street',
    street2: 'addresses.street2',
    city: `addresses.cities.${format.city}`,
    region: `addresses.regions.${format.region}`,
    postcode: `addresses.postcodes.${format.postcode}`,
  };
  // As it stands on the envelope: from the large to the small where the country writes it so.
  const order = `${format.nativeLines ?? ''} ${format.lines}`.match(WORD) ?? [];
  return [
    { part: 'country', labelKey: 'addresses.country', required: true },
    ...[...new Set(order as PrintedPart[])].map((part) => ({
      part,
      labelKey: labels[part],
      required: format.required.includes(part),
    })),
  ];
}

/**
 * The lines of an address as they stand on paper. The country is named, in the reader's language,
 * only when it differs from the seller's (`from`). Chinese, Japanese and Korean addresses go from the
 * large to the small when written in their own script. Nothing typed is left out: a part that this
 * country does not use stands on a line of its own.
 */
export function addressLines(
  address: Address,
  { from, locale }: { from: string; locale: Locale },
): string[] {
  const format = addressFormat(address.country);
  const native = isNative(address, format);
  const template = native && format.nativeLines ? format.nativeLines : format.lines;
  const parts = printedParts(address, locale);

  const lines = template.split('|').map((line) => fill(line, parts, native));
  const used: string[] = template.match(WORD) ?? [];
  const unused = PARTS.filter((part) => !used.includes(part));
  // 'Singapore 018956' already says the city.
  const extra = unused
    .map((part) => parts[part])
    .filter((text) => text && !lines.some((line) => line.includes(text)));

  const body = [...lines, ...extra].filter(Boolean);
  if (!address.country || address.country === from || body.length === 0) return body;
  const country = countryName(address.country, locale);
  return native ? [country, ...body] : [...body, country];
}

/** The parts without which a letter would not arrive, in the order of the form. */
export function missingParts(address: Address): AddressPart[] {
  const { required } = addressFormat(address.country);
  return (['country', ...PARTS] as const).filter(
    (part) => (part === 'country' || required.includes(part)) && !address[part].trim(),
  );
}

function printedParts(address: Address, locale: Locale): Record<PrintedPart, string> {
  const tidy = (text: string) => text.trim().replace(/\s+/g, ' ');
  const city = tidy(address.city);
  const region = printedRegion(address.country, tidy(address.region), locale);
  return {
    street: tidy(address.street),
    street2: tidy(address.street2),
    city,
    // 上海市 and Singapore are city and region in one: said once.
    region: region === city ? '' : region,
    postcode: tidy(address.postcode),
  };
}

function isNative(address: Address, format: AddressFormat): boolean {
  return Boolean(format.nativeScript?.test(address.street + address.city));
}

/** Fills one line; text between two parts is printed when both are there, text before the first with it. */
function fill(line: string, parts: Record<PrintedPart, string>, native: boolean): string {
  let written = '';
  let end = 0;
  for (const match of line.matchAll(WORD)) {
    const opensLine = end === 0;
    const before = line.slice(end, match.index);
    end = match.index + match[0].length;
    const value = parts[match[0] as PrintedPart];
    if (!value) continue;
    // Province and city join without a space in Han and kana, with one in Hangul.
    const joint = native && before === ' ' && !/\p{sc=Hangul}/u.test(value) ? '' : before;
    written += written ? joint + value : opensLine ? before + value : value;
  }
  return written;
}
