import { describe, expect, test } from 'vitest';
import { businessPreset, taxLabel, taxRatePresets } from '@/lib/businesses/presets';
import { isCurrency } from '@/lib/money/currencies';
import { COUNTRIES } from '@/lib/places/countries';

describe('a new business starts with what its country uses', () => {
  test.each([
    ['GB', 'GBP', 'en', 'Europe/London', 'A4', false],
    ['US', 'USD', 'en', 'America/New_York', 'LETTER', false],
    ['CA', 'CAD', 'en', 'America/Toronto', 'LETTER', false],
    ['AU', 'AUD', 'en', 'Australia/Sydney', 'A4', true],
    ['DE', 'EUR', 'en', 'Europe/Berlin', 'A4', false],
    ['BG', 'EUR', 'en', 'Europe/Sofia', 'A4', false],
    ['ES', 'EUR', 'en', 'Europe/Madrid', 'A4', false],
    ['IN', 'INR', 'en', 'Asia/Kolkata', 'A4', false],
    ['SA', 'SAR', 'ar', 'Asia/Riyadh', 'A4', false],
    ['KW', 'KWD', 'ar', 'Asia/Kuwait', 'A4', false],
    ['JO', 'JOD', 'ar', 'Asia/Amman', 'A4', false],
    ['EG', 'EGP', 'ar', 'Africa/Cairo', 'A4', false],
    ['CN', 'CNY', 'zh', 'Asia/Shanghai', 'A4', true],
    ['TW', 'TWD', 'zh', 'Asia/Taipei', 'A4', false],
    ['MX', 'MXN', 'en', 'America/Mexico_City', 'LETTER', false],
  ])('%s', (country, currency, locale, zone, paperSize, pricesIncludeTax) => {
    const preset = businessPreset(country);
    expect(preset).toMatchObject({ currency, locale, paperSize, pricesIncludeTax });
    expect(preset.timeZones[0]).toBe(zone);
  });

  test('every country has a currency we can count in, zones that exist and a tax rate', () => {
    for (const country of COUNTRIES) {
      const preset = businessPreset(country);
      expect(isCurrency(preset.currency), country).toBe(true);
      expect(new Set(preset.timeZones).size, country).toBe(preset.timeZones.length);
      for (const timeZone of preset.timeZones) {
        expect(() => new Intl.DateTimeFormat('en', { timeZone }), timeZone).not.toThrow();
      }
      expect(taxRatePresets(country, 'en').length, country).toBeGreaterThan(0);
    }
  });

  test('a country nobody knows does no harm', () => {
    for (const country of ['XX', '', 'constructor', '__proto__']) {
      expect(businessPreset(country)).toMatchObject({ currency: 'USD', timeZones: ['UTC'] });
    }
  });
});

describe('tax rates of a country, the usual one first', () => {
  test.each([
    ['GB', '20 5 0 0 0 0'],
    ['IE', '23 13.5 9 0 0 0 0 0 0'],
    ['FR', '20 10 5.5 2.1 0 0 0 0 0'],
    ['FI', '25.5 13.5 10 0 0 0 0 0'],
    ['CH', '8.1 3.8 2.6 0 0 0 0'],
    ['SA', '15 0 0 0 0'],
    ['JO', '16 0 0 0'],
    ['TN', '19 13 7 0 0'],
    ['CN', '13 9 6 3 0 0 0'],
    ['JP', '10 8 0 0 0'],
    ['IN', '18 5 40 0 0 0 0'],
    ['CA', '5 13 14 15 11 12 14.975 0 0 0'],
    ['US', '0'],
    ['KW', '0'],
    ['AQ', '0'],
  ])('%s: %s', (country, rates) => {
    const presets = taxRatePresets(country, 'en');
    expect(presets.map(({ rate }) => rate).join(' ')).toBe(rates);
    expect(presets.map(({ isDefault }) => isDefault)).toEqual(presets.map((_, at) => at === 0));
  });

  test('a British business in English, a Saudi one in Arabic, a Chinese one in Chinese', () => {
    expect(taxRatePresets('GB', 'en').map(({ name, category }) => [name, category])).toEqual([
      ['VAT 20%', 'STANDARD'],
      ['VAT 5%', 'STANDARD'],
      ['VAT 0%', 'ZERO'],
      ['Exempt from VAT', 'EXEMPT'],
      ['Reverse charge', 'REVERSE_CHARGE'],
      ['Outside the scope of VAT', 'OUTSIDE_SCOPE'],
    ]);
    expect(taxRatePresets('SA', 'ar').map(({ name }) => name)).toEqual([
      'ضريبة القيمة المضافة 15%',
      'ضريبة القيمة المضافة 0%',
      'معفى من ضريبة القيمة المضافة',
      'احتساب عكسي',
      'خارج نطاق ضريبة القيمة المضافة',
    ]);
    expect(
      taxRatePresets('CN', 'zh')
        .map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['增值税 13%', '增值税 9%']);
  });

  test('a member state has categories of their own for goods to another one and for exports, with the provision', () => {
    expect(
      taxRatePresets('DE', 'en')
        .slice(2)
        .map(({ name, category, exemptionReason }) => [name, category, exemptionReason]),
    ).toEqual([
      ['Exempt from VAT', 'EXEMPT', ''],
      ['Reverse charge', 'REVERSE_CHARGE', 'Article 196 of Directive 2006/112/EC'],
      ['Intra-community supply', 'INTRA_COMMUNITY', 'Article 138 of Directive 2006/112/EC'],
      ['Export outside the EU', 'EXPORT', 'Article 146 of Directive 2006/112/EC'],
      ['Outside the scope of VAT', 'OUTSIDE_SCOPE', ''],
    ]);
    expect(taxRatePresets('GB', 'en').map(({ category }) => category)).not.toContain('EXPORT');
    expect(taxRatePresets('IT', 'zh').at(-2)?.name).toBe('出口至欧盟以外');
  });

  test('where there is no tax at all, there is a rate that says so', () => {
    expect(taxRatePresets('US', 'en')).toEqual([
      {
        name: 'No tax',
        rate: '0',
        category: 'OUTSIDE_SCOPE',
        exemptionReason: '',
        isDefault: true,
      },
    ]);
  });

  test('rates fit the column and names differ within a country', () => {
    for (const country of COUNTRIES) {
      const presets = taxRatePresets(country, 'zh');
      for (const { rate } of presets) expect(rate).toMatch(/^\d{1,3}(\.\d{1,4})?$/);
      expect(new Set(presets.map(({ name }) => name)).size, country).toBe(presets.length);
    }
  });
});

test('the tax is called what people there call it', () => {
  expect(taxLabel('GB', 'en')).toBe('VAT');
  expect(taxLabel('AU', 'en')).toBe('GST');
  expect(taxLabel('US', 'en')).toBe('Sales tax');
  expect(taxLabel('TW', 'zh')).toBe('营业税');
  expect(taxLabel('JO', 'ar')).toBe('الضريبة العامة على المبيعات');
});

test('where the country needs a word of explanation there is one', () => {
  expect(businessPreset('US').taxNoteKey).toBe('taxes.notes.byState');
  expect(businessPreset('QA').taxNoteKey).toBe('taxes.notes.noVat');
  expect(businessPreset('GB').taxNoteKey).toBeNull();
});
