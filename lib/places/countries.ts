import { type Locale, languageTag } from '@/lib/i18n/locale';

/** ISO 3166-1 alpha-2, all 249 assigned codes. */
export const COUNTRIES: readonly string[] = [
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS',
  'BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE',
  'EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM',
  'HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC',
  'LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA',
  'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW',
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO',
  'TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW',
].flatMap((line) => line.split(' '));

const KNOWN = new Set(COUNTRIES);
/** Where the official long form ('Hong Kong SAR China') is not what people write on an envelope. */
const BY_SHORT_NAME = new Set(['HK', 'MO', 'MM', 'PS']);

/** In English: the UK, the Netherlands. */
const WITH_ARTICLE = new Set([
  'AE',
  'BS',
  'CF',
  'DO',
  'GB',
  'GM',
  'KM',
  'KY',
  'MV',
  'NL',
  'PH',
  'SB',
  'SC',
  'US',
]);

const names = new Map<string, Intl.DisplayNames>();
const lists = new Map<Locale, readonly Country[]>();

export interface Country {
  code: string;
  name: string;
}

export function isCountry(code: string): boolean {
  return KNOWN.has(code);
}

/** The name a reader of this language knows, or the code itself when it is not a country's. */
export function countryName(code: string, locale: Locale): string {
  return isCountry(code) ? named(code, locale, BY_SHORT_NAME.has(code) ? 'short' : 'long') : code;
}

/** The name for the middle of a sentence: 'the UK', 'Germany'. */
export function countryInSentence(code: string, locale: Locale): string {
  if (!isCountry(code)) return code;
  const name = named(code, locale, 'short');
  return locale === 'en' && WITH_ARTICLE.has(code) ? `the ${name}` : name;
}

/** All countries, in the order a reader of this language looks them up. */
export function countries(locale: Locale): readonly Country[] {
  let list = lists.get(locale);
  if (!list) {
    const collator = new Intl.Collator(languageTag(locale));
    list = COUNTRIES.map((code) => ({ code, name: countryName(code, locale) })).sort((one, other) =>
      collator.compare(one.name, other.name),
    );
    lists.set(locale, list);
  }
  return list;
}

function named(code: string, locale: Locale, style: 'long' | 'short'): string {
  const key = `${locale} ${style}`;
  let displayNames = names.get(key);
  if (!displayNames) {
    displayNames = new Intl.DisplayNames(languageTag(locale), { type: 'region', style });
    names.set(key, displayNames);
  }
  return displayNames.of(code) ?? code;
}
