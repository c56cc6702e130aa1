/** The published check-digit rules of tax numbers; each takes the number without its country prefix. */

type Check = (number: string) => boolean;

const digits = (text: string): number[] => [...text].map(Number);

function weighted(text: string, weights: readonly number[]): number {
  return digits(text).reduce((sum, digit, at) => sum + digit * (weights[at] ?? 0), 0);
}

/** The weighted sum of all digits leaves `rest` when divided by `modulus`. */
const sumLeaves =
  (modulus: number, weights: readonly number[], ...rests: number[]): Check =>
  (text) =>
    rests.includes(weighted(text, weights) % modulus);

/** Modulus 11 whose check digit, the last, is 11 less the rest; a rest of 1 has no digit unless told. */
const mod11 =
  (weights: readonly number[], whenTen: number | null = null): Check =>
  (text) => {
    const check = (11 - (weighted(text.slice(0, weights.length), weights) % 11)) % 11;
    return (check === 10 ? whenTen : check) === Number(text[weights.length]);
  };

/** ISO/IEC 7812-1 annex B. */
export const luhn: Check = (text) => {
  const sum = digits(text)
    .reverse()
    .reduce(
      (total, digit, at) =>
        total + (at % 2 ? Math.floor((digit * 2) / 10) + ((digit * 2) % 10) : digit),
      0,
    );
  return sum % 10 === 0;
};

/** ISO 7064, hybrid system MOD 11,10. */
const iso7064Mod11: Check = (text) => {
  const product = digits(text.slice(0, -1)).reduce((carry, digit) => {
    const sum = (carry + digit) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (11 - product) % 10 === Number(text.at(-1));
};

const austria: Check = (text) => {
  const sum = digits(text.slice(1, 8)).reduce((total, digit, at) => {
    const part = at % 2 ? digit * 2 : digit;
    return total + Math.floor(part / 10) + (part % 10);
  }, 0);
  return (10 - ((sum + 4) % 10)) % 10 === Number(text.at(-1));
};

const cyprus: Check = (text) => {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  const sum = digits(text.slice(0, 8)).reduce(
    (total, digit, at) => total + (at % 2 ? digit : (odd[digit] ?? 0)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === text.at(-1);
};

/** Companies have eight digits; the longer numbers of people are birth numbers and not checked. */
const czechia: Check = (text) => {
  if (text.length !== 8) return true;
  const check = (11 - (weighted(text.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (check || 1) % 10 === Number(text[7]);
};

const greece: Check = (text) =>
  ((digits(text.slice(0, 8)).reduce((sum, digit) => sum * 2 + digit, 0) * 2) % 11) % 10 ===
  Number(text[8]);

/** People (DNI, NIE) have a letter by modulus 23; companies (CIF) a Luhn digit, or its letter. */
const spain: Check = (text) => {
  const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';
  if (/^[0-9XYZ]/.test(text)) {
    const number = text.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
    return letters[Number(number) % 23] === text[8];
  }
  // Spaniards without an identity card; their letter follows no rule that is published.
  if (/^[KLM]/.test(text)) return true;
  const digit = [...Array(10).keys()].find((candidate) => luhn(text.slice(1, 8) + candidate)) ?? 0;
  return text[8] === String(digit) || text[8] === 'JABCDEFGHI'[digit];
};

/** The key is computed from SIREN when it is digits; other keys follow no public rule. */
const france: Check = (text) => {
  const siren = text.slice(2);
  const key = text.slice(0, 2);
  return (
    luhn(siren) && (!/^\d\d$/.test(key) || Number(key) === (12 + 3 * (Number(siren) % 97)) % 97)
  );
};

const ireland: Check = (text) => {
  const alphabet = 'WABCDEFGHIJKLMNOPQRSTUV';
  // Before 1991: digit, letter or sign, five digits, check letter; the first digit moves to the end.
  const modern = /^\d{7}/.test(text) ? text : `0${text.slice(2, 7)}${text[0]}${text[7]}`;
  const sum = weighted(modern.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]);
  const second = Math.max(0, alphabet.indexOf(modern[8] ?? 'W'));
  return alphabet[(sum + 9 * second) % 23] === modern[7];
};

const lithuania: Check = (text) => {
  const body = digits(text.slice(0, -1));
  const round = (shift: number) =>
    body.reduce((sum, digit, at) => sum + digit * (1 + ((at + shift) % 9)), 0) % 11;
  const first = round(0);
  return (first === 10 ? round(2) % 10 : first) === Number(text.at(-1));
};

/** Companies begin with 4 to 9; the numbers of people are not checked. */
const latvia: Check = (text) =>
  /^[0-3]/.test(text) || weighted(text, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3;

/** Since 2020 sole traders' numbers follow modulus 97 over letters as numbers, others the eleven test. */
const netherlands: Check = (text) => {
  const eleven = weighted(text.slice(0, 9), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
  const expanded = [...`NL${text}`]
    .map((sign) => (/\d/.test(sign) ? sign : sign.charCodeAt(0) - 55))
    .join('');
  return eleven || BigInt(expanded) % 97n === 1n;
};

const romania: Check = (text) =>
  ((weighted(text.slice(0, -1).padStart(9, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 ===
  Number(text.at(-1));

const slovenia: Check = (text) => {
  const check = 11 - (weighted(text.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) % 11);
  return (check === 10 ? 0 : check) === Number(text[7]);
};

/** HMRC: modulus 97, or for numbers since 2010 modulus 97 less 55; branches add three digits. GD and HA are unchecked. */
const unitedKingdom: Check = (text) =>
  !/^\d/.test(text) ||
  [0, 42].includes(weighted(text.slice(0, 9), [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97);

/** Gelir İdaresi: ten digits of companies, or the eleven of a citizen's identity number. */
const turkiye: Check = (text) => {
  const parts = digits(text);
  if (text.length === 11) {
    const odd =
      (parts[0] ?? 0) + (parts[2] ?? 0) + (parts[4] ?? 0) + (parts[6] ?? 0) + (parts[8] ?? 0);
    const even = (parts[1] ?? 0) + (parts[3] ?? 0) + (parts[5] ?? 0) + (parts[7] ?? 0);
    const tenth = (((odd * 7 - even) % 10) + 10) % 10;
    return tenth === parts[9] && (odd + even + tenth) % 10 === parts[10];
  }
  const sum = parts.slice(0, 9).reduce((total, digit, at) => {
    const shifted = (digit + 9 - at) % 10;
    return total + (shifted ? (shifted * 2 ** (9 - at)) % 9 || 9 : 0);
  }, 0);
  return (10 - (sum % 10)) % 10 === parts[9];
};

const BASE_36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** GST Network: modulus 36 over all fifteen characters. */
const india: Check = (text) => {
  const sum = [...text.slice(0, 14)].reduce((total, sign, at) => {
    const product = BASE_36.indexOf(sign) * (at % 2 ? 2 : 1);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return BASE_36[(36 - (sum % 36)) % 36] === text[14];
};

/** Australian Business Register: one less from the first digit, modulus 89. */
const australia: Check = (text) =>
  weighted(
    String(Number(text[0]) - 1).slice(-1) + text.slice(1),
    [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19],
  ) %
    89 ===
  0;

/** Inland Revenue: modulus 11, and a second round of weights where the first leaves no digit. */
const newZealand: Check = (text) => {
  const number = text.padStart(9, '0');
  const round = (weights: readonly number[]) =>
    (11 - (weighted(number.slice(0, 8), weights) % 11)) % 11;
  const first = round([3, 2, 7, 6, 5, 4, 3, 2]);
  return (first === 10 ? round([7, 4, 3, 2, 5, 2, 7, 6]) : first) === Number(number[8]);
};

/** GB 32100-2015: modulus 31, without I, O, S, V and Z. */
const china: Check = (text) => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let weight = 1;
  let sum = 0;
  for (const sign of text.slice(0, 17)) {
    sum += alphabet.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === text[17];
};

/** Receita Federal: two digits by modulus 11; since July 2026 letters count by their ASCII code less 48. */
const brazil: Check = (text) => {
  const values = [...text].map((sign) => sign.charCodeAt(0) - 48);
  const check = (length: number) => {
    const sum = values.slice(0, length).reduce((total, value, at) => {
      const fromEnd = length - 1 - at;
      return total + value * (text.length === 11 ? fromEnd + 2 : (fromEnd % 8) + 2);
    }, 0);
    return sum % 11 < 2 ? 0 : 11 - (sum % 11);
  };
  const body = text.length - 2;
  return check(body) === values[body] && check(body + 1) === values[body + 1];
};

/** National Tax Service: ten digits with weights 1, 3, 7 and the carry of the ninth. */
const korea: Check = (text) => {
  const sum =
    weighted(text.slice(0, 9), [1, 3, 7, 1, 3, 7, 1, 3, 5]) +
    Math.floor((Number(text[8]) * 5) / 10);
  return (10 - (sum % 10)) % 10 === Number(text[9]);
};

/** Ministry of Finance: modulus 5 since April 2023; a seventh digit of 7 may count one more. */
const taiwan: Check = (text) => {
  const sum = digits(text).reduce((total, digit, at) => {
    const product = digit * ([1, 2, 1, 2, 1, 2, 4, 1][at] ?? 0);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 5 === 0 || (text[6] === '7' && (sum + 1) % 5 === 0);
};

/** By ISO 3166 country; the European rules are those the Commission publishes for VIES. */
export const CHECKSUMS: Record<string, Check> = {
  AT: austria,
  BE: (text) => 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8)),
  CY: cyprus,
  CZ: czechia,
  DE: iso7064Mod11,
  DK: sumLeaves(11, [2, 7, 6, 5, 4, 3, 2, 1], 0),
  EE: sumLeaves(10, [3, 7, 1, 3, 7, 1, 3, 7, 1], 0),
  ES: spain,
  FI: sumLeaves(11, [7, 9, 10, 5, 8, 4, 2, 1], 0),
  FR: france,
  GB: unitedKingdom,
  GR: greece,
  HR: iso7064Mod11,
  HU: sumLeaves(10, [9, 7, 3, 1, 9, 7, 3, 1], 0),
  IE: ireland,
  IT: luhn,
  LT: lithuania,
  LU: (text) => Number(text.slice(0, 6)) % 89 === Number(text.slice(6)),
  LV: latvia,
  MT: sumLeaves(37, [3, 4, 6, 7, 8, 9, 10, 1], 0),
  NL: netherlands,
  PL: mod11WithoutComplement([6, 5, 7, 2, 3, 4, 5, 6, 7]),
  PT: mod11([9, 8, 7, 6, 5, 4, 3, 2], 0),
  RO: romania,
  SE: (text) => luhn(text.slice(0, 10)),
  SI: slovenia,
  SK: (text) => Number(text) % 11 === 0,
  CH: mod11([5, 4, 3, 2, 7, 6, 5, 4]),
  NO: mod11([3, 2, 7, 6, 5, 4, 3, 2]),
  TR: turkiye,
  IN: india,
  AU: australia,
  NZ: newZealand,
  CN: china,
  BR: brazil,
  KR: korea,
  TW: taiwan,
  CA: (text) => luhn(text.slice(0, 9)),
  IL: luhn,
  AR: mod11([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 9),
};

/** Modulus 11 where the rest itself is the check digit. */
function mod11WithoutComplement(weights: readonly number[]): Check {
  return (text) =>
    weighted(text.slice(0, weights.length), weights) % 11 === Number(text[weights.length]);
}
