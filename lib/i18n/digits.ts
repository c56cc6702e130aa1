// The code point of the zero of each script whose digits people type here.
const ZEROS = [
  0x0660, // Arabic-Indic ٠
  0x06f0, // Persian and Urdu ۰
  0xff10, // full width ０
];

/**
 * Writes Arabic-Indic, Persian and full-width digits as 0–9 and leaves every other character alone.
 * For all typed figures: amounts, dates, phone numbers, document numbers.
 */
export function normaliseDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const zero = ZEROS.find((candidate) => code >= candidate && code <= candidate + 9) ?? code;
    return String(code - zero);
  });
}
