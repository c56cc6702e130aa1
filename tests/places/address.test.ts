import { describe, expect, test } from 'vitest';
import { type Address, addressFields, addressLines, missingParts } from '@/lib/places/address';
import { printedRegion, regionsOf } from '@/lib/places/address-regions';
import { COUNTRIES } from '@/lib/places/countries';

function address(country: string, parts: Partial<Address>): Address {
  return { street: '', street2: '', city: '', region: '', postcode: '', country, ...parts };
}

const abroad = { from: 'XX', locale: 'en' } as const;

describe('an address is printed as its country writes it', () => {
  test.each<[string, Partial<Address>, string[]]>([
    [
      'GB',
      { street: '14 Wharf Lane', street2: 'Unit 3', city: 'Bristol', postcode: 'BS1 4QS' },
      ['14 Wharf Lane', 'Unit 3', 'Bristol', 'BS1 4QS', 'United Kingdom'],
    ],
    [
      'IE',
      { street: '1 Main St', city: 'Cork', postcode: 'T12 X4P2' },
      ['1 Main St', 'Cork', 'T12 X4P2', 'Ireland'],
    ],
    [
      'US',
      { street: '350 Fifth Ave', city: 'New York', region: 'NY', postcode: '10118' },
      ['350 Fifth Ave', 'New York, NY 10118', 'United States'],
    ],
    [
      'US',
      { street: '1 Elm St', city: 'Salem', postcode: '97301' },
      ['1 Elm St', 'Salem 97301', 'United States'],
    ],
    [
      'US',
      { street: '1 Elm St', region: 'OR', postcode: '97301' },
      ['1 Elm St', 'OR 97301', 'United States'],
    ],
    [
      'CA',
      { street: '1 King St', city: 'Toronto', region: 'ON', postcode: 'M5H 1A1' },
      ['1 King St', 'Toronto ON M5H 1A1', 'Canada'],
    ],
    [
      'AU',
      { street: '1 George St', city: 'Sydney', region: 'NSW', postcode: '2000' },
      ['1 George St', 'Sydney NSW 2000', 'Australia'],
    ],
    [
      'DE',
      { street: 'Torstr. 1', city: 'Berlin', postcode: '10119' },
      ['Torstr. 1', '10119 Berlin', 'Germany'],
    ],
    [
      'IT',
      { street: 'Via Roma 1', city: 'Torino', region: 'TO', postcode: '10121' },
      ['Via Roma 1', '10121 Torino TO', 'Italy'],
    ],
    [
      'TR',
      { street: 'Moda Cd. 1', city: 'Kadıköy', region: 'İstanbul', postcode: '34710' },
      ['Moda Cd. 1', '34710 Kadıköy/İstanbul', 'Türkiye'],
    ],
    [
      'SA',
      { street: '7 King Fahd Rd', city: 'Riyadh', postcode: '12271' },
      ['7 King Fahd Rd', 'Riyadh 12271', 'Saudi Arabia'],
    ],
    ['AE', { street: 'PO Box 111', region: 'DU' }, ['PO Box 111', 'Dubai', 'United Arab Emirates']],
    [
      'AE',
      { street: 'PO Box 111', city: 'Dubai', region: 'DU' },
      ['PO Box 111', 'Dubai', 'United Arab Emirates'],
    ],
    [
      'KW',
      { street: 'Block 3, Street 9', city: 'Salmiya', postcode: '22001' },
      ['Block 3, Street 9', '22001 Salmiya', 'Kuwait'],
    ],
    [
      'IN',
      { street: '4 MG Road', city: 'Pune', region: 'Maharashtra', postcode: '411001' },
      ['4 MG Road', 'Pune 411001', 'Maharashtra', 'India'],
    ],
    [
      'SG',
      { street: '1 Marina Blvd', postcode: '018989' },
      ['1 Marina Blvd', 'Singapore 018989', 'Singapore'],
    ],
    [
      'SG',
      { street: '1 Marina Blvd', city: 'Singapore', postcode: '018989' },
      ['1 Marina Blvd', 'Singapore 018989', 'Singapore'],
    ],
    [
      'JP',
      { street: '1-1 Marunouchi', city: 'Chiyoda-ku', region: 'Tokyo', postcode: '100-0005' },
      ['1-1 Marunouchi', 'Chiyoda-ku, Tokyo', '100-0005', 'Japan'],
    ],
    [
      'BR',
      { street: 'Av. Paulista, 1', city: 'São Paulo', region: 'SP', postcode: '01310-100' },
      ['Av. Paulista, 1', 'São Paulo - SP', '01310-100', 'Brazil'],
    ],
    [
      'MX',
      { street: 'Reforma 1', city: 'Cuauhtémoc', region: 'CDMX', postcode: '06600' },
      ['Reforma 1', '06600 Cuauhtémoc, CDMX', 'Mexico'],
    ],
    [
      'HK',
      { street: '1 Queen’s Rd', city: 'Central', region: 'HK' },
      ['1 Queen’s Rd', 'Central', 'Hong Kong Island', 'Hong Kong'],
    ],
    ['GH', { street: '1 High St', city: 'Accra' }, ['1 High St', 'Accra', 'Ghana']],
  ])('%s %j', (country, parts, lines) =>
    expect(addressLines(address(country, parts), abroad)).toEqual(lines),
  );
});

describe('Chinese, Japanese and Korean addresses go from the large to the small in their own script', () => {
  test.each<[Address, string[]]>([
    [
      address('CN', {
        street: '湖墅南路 186 号 3 幢 502 室',
        city: '杭州市拱墅区',
        region: '浙江省',
        postcode: '310005',
      }),
      ['中国', '浙江省杭州市拱墅区', '湖墅南路 186 号 3 幢 502 室', '邮编 310005'],
    ],
    [
      address('CN', { street: '世纪大道100号', city: '上海市', region: '上海市' }),
      ['中国', '上海市', '世纪大道100号'],
    ],
    [
      address('JP', {
        street: '丸の内1-1',
        city: '千代田区',
        region: '東京都',
        postcode: '100-0005',
      }),
      ['日本', '〒100-0005', '東京都千代田区', '丸の内1-1'],
    ],
    [
      address('KR', {
        street: '세종대로 110',
        city: '중구',
        region: '서울특별시',
        postcode: '04524',
      }),
      ['韩国', '서울특별시 중구', '세종대로 110', '04524'],
    ],
    [
      address('HK', { street: '皇后大道中1号', city: '中环', region: 'HK' }),
      ['香港', '香港岛中环', '皇后大道中1号'],
    ],
  ])('%j', (written, lines) =>
    expect(addressLines(written, { from: 'GB', locale: 'zh' })).toEqual(lines),
  );
});

test('the country is printed only for a reader abroad, in the language of the paper', () => {
  const amman = address('JO', { street: 'شارع الرينبو 28', city: 'عمّان', postcode: '11183' });
  expect(addressLines(amman, { from: 'JO', locale: 'ar' })).toEqual([
    'شارع الرينبو 28',
    'عمّان 11183',
  ]);
  expect(addressLines(amman, { from: 'SA', locale: 'ar' }).at(-1)).toBe('الأردن');
  expect(addressLines(amman, { from: 'GB', locale: 'en' }).at(-1)).toBe('Jordan');
});

test('what was typed is printed even where the country has no such part', () => {
  const dubai = address('AE', {
    street: 'Villa 3',
    city: 'Jumeirah',
    region: 'DU',
    postcode: '00000',
  });
  expect(addressLines(dubai, { from: 'AE', locale: 'ar' })).toEqual([
    'Villa 3',
    'Jumeirah',
    'دبي',
    '00000',
  ]);
});

test('of an empty address nothing is printed, not even the country', () => {
  expect(addressLines(address('FR', {}), abroad)).toEqual([]);
});

describe('what is missing for a letter to arrive', () => {
  test.each([
    ['GB', ['street', 'city', 'postcode']],
    ['IE', ['street', 'city']],
    ['US', ['street', 'city', 'region', 'postcode']],
    ['AE', ['street', 'region']],
    ['KW', ['street', 'city']],
    ['HK', ['street', 'region']],
    ['SG', ['street', 'postcode']],
    ['', ['country', 'street', 'city']],
  ])('%s', (country, missing) => expect(missingParts(address(country, {}))).toEqual(missing));

  test('a complete one lacks nothing, and spaces are not an answer', () => {
    const bristol = address('GB', {
      street: '14 Wharf Lane',
      city: 'Bristol',
      postcode: 'BS1 4QS',
    });
    expect(missingParts(bristol)).toEqual([]);
    expect(missingParts({ ...bristol, city: '  ' })).toEqual(['city']);
  });
});

describe('the form asks in the words of the country', () => {
  test.each([
    ['GB', 'addresses.postcodes.postcode'],
    ['US', 'addresses.postcodes.zip'],
    ['IN', 'addresses.postcodes.pin'],
    ['IE', 'addresses.postcodes.eircode'],
    ['AE', 'addresses.regions.emirate'],
    ['JP', 'addresses.regions.prefecture'],
    ['CA', 'addresses.regions.provinceOrTerritory'],
    ['EG', 'addresses.regions.governorate'],
  ])('%s: %s', (country, label) => {
    expect(addressFields(country).map((field) => field.labelKey)).toContain(label);
  });

  test('no postcode is asked for in Hong Kong, Qatar and the Emirates', () => {
    for (const country of ['HK', 'QA', 'AE']) {
      expect(addressFields(country).map((field) => field.part)).not.toContain('postcode');
    }
  });

  test('every required part of every country has a field', () => {
    for (const country of COUNTRIES) {
      const asked = addressFields(country).map((field) => field.part);
      for (const part of missingParts(address(country, {}))) expect(asked).toContain(part);
    }
  });
});

test('states and emirates are chosen from a list, elsewhere the region is typed', () => {
  expect(regionsOf('US', 'en')).toHaveLength(52);
  expect(regionsOf('AE', 'ar')).toContainEqual({ code: 'DU', name: 'دبي' });
  expect(regionsOf('GB', 'en')).toBeNull();
  expect(printedRegion('US', 'CA', 'zh')).toBe('CA');
  expect(printedRegion('AE', 'SH', 'zh')).toBe('沙迦');
  expect(printedRegion('AE', 'somewhere', 'en')).toBe('somewhere');
});
