import type { Locale } from '@/lib/i18n/locale';

type Names = string | Record<Locale, string>;

/**
 * Countries where the region is one of a short, official list. Stored and (but for emirates and
 * Hong Kong's areas, which have no code that people write) printed as the code. Names of states and
 * provinces are proper nouns of an English address and are not translated.
 */
const REGIONS: Record<string, Record<string, Names>> = {
  US: {
    AL: 'Alabama',
    AK: 'Alaska',
    AZ: 'Arizona',
    AR: 'Arkansas',
    CA: 'California',
    CO: 'Colorado',
    CT: 'Connecticut',
    DE: 'Delaware',
    DC: 'District of Columbia',
    FL: 'Florida',
    GA: 'Georgia',
    HI: 'Hawaii',
    ID: 'Idaho',
    IL: 'Illinois',
    IN: 'Indiana',
    IA: 'Iowa',
    KS: 'Kansas',
    KY: 'Kentucky',
    LA: 'Louisiana',
    ME: 'Maine',
    MD: 'Maryland',
    MA: 'Massachusetts',
    MI: 'Michigan',
    MN: 'Minnesota',
    MS: 'Mississippi',
    MO: 'Missouri',
    MT: 'Montana',
    NE: 'Nebraska',
    NV: 'Nevada',
    NH: 'New Hampshire',
    NJ: 'New Jersey',
    NM: 'New Mexico',
    NY: 'New York',
    NC: 'North Carolina',
    ND: 'North Dakota',
    OH: 'Ohio',
    OK: 'Oklahoma',
    OR: 'Oregon',
    PA: 'Pennsylvania',
    PR: 'Puerto Rico',
    RI: 'Rhode Island',
    SC: 'South Carolina',
    SD: 'South Dakota',
    TN: 'Tennessee',
    TX: 'Texas',
    UT: 'Utah',
    VT: 'Vermont',
    VA: 'Virginia',
    WA: 'Washington',
    WV: 'West Virginia',
    WI: 'Wisconsin',
    WY: 'Wyoming',
  },
  CA: {
    AB: 'Alberta',
    BC: 'British Columbia',
    MB: 'Manitoba',
    NB: 'New Brunswick',
    NL: 'Newfoundland and Labrador',
    NS: 'Nova Scotia',
    NT: 'Northwest Territories',
    NU: 'Nunavut',
    ON: 'Ontario',
    PE: 'Prince Edward Island',
    QC: 'Quebec',
    SK: 'Saskatchewan',
    YT: 'Yukon',
  },
  AU: {
    ACT: 'Australian Capital Territory',
    NSW: 'New South Wales',
    NT: 'Northern Territory',
    QLD: 'Queensland',
    SA: 'South Australia',
    TAS: 'Tasmania',
    VIC: 'Victoria',
    WA: 'Western Australia',
  },
  AE: {
    AZ: { en: 'Abu Dhabi', ar: 'أبوظبي', zh: '阿布扎比' },
    AJ: { en: 'Ajman', ar: 'عجمان', zh: '阿治曼' },
    DU: { en: 'Dubai', ar: 'دبي', zh: '迪拜' },
    FU: { en: 'Fujairah', ar: 'الفجيرة', zh: '富查伊拉' },
    RK: { en: 'Ras Al Khaimah', ar: 'رأس الخيمة', zh: '哈伊马角' },
    SH: { en: 'Sharjah', ar: 'الشارقة', zh: '沙迦' },
    UQ: { en: 'Umm Al Quwain', ar: 'أم القيوين', zh: '乌姆盖万' },
  },
  HK: {
    HK: { en: 'Hong Kong Island', ar: 'جزيرة هونغ كونغ', zh: '香港岛' },
    KL: { en: 'Kowloon', ar: 'كولون', zh: '九龙' },
    NT: { en: 'New Territories', ar: 'الأقاليم الجديدة', zh: '新界' },
  },
};

export interface Region {
  code: string;
  name: string;
}

/** The regions to choose from, in the order of their names; null where the region is typed. */
export function regionsOf(country: string, locale: Locale): readonly Region[] | null {
  const regions = Object.hasOwn(REGIONS, country) ? REGIONS[country] : undefined;
  if (!regions) return null;
  return Object.entries(regions)
    .map(([code, names]) => ({ code, name: nameOf(names, locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}

/** What stands on the envelope for a stored region: the code, the name where there is none, or the text as typed. */
export function printedRegion(country: string, region: string, locale: Locale): string {
  const regions = Object.hasOwn(REGIONS, country) ? REGIONS[country] : undefined;
  const names = regions && Object.hasOwn(regions, region) ? regions[region] : undefined;
  return names === undefined || typeof names === 'string' ? region : names[locale];
}

function nameOf(names: Names, locale: Locale): string {
  return typeof names === 'string' ? names : names[locale];
}
