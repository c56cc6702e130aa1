import { describe, expect, test } from 'vitest';
import { COUNTRIES } from '@/lib/places/countries';
import { checkTaxId, displayTaxId, explainTaxId, taxIdName } from '@/lib/places/tax-id';
import { TAX_ID_RULES } from '@/lib/places/tax-id-rules';

describe('a right number is stored in one form and shown in groups', () => {
  test.each([
    ['AT', 'ATU13585627', 'ATU13585627', 'AT U13585627'],
    ['BE', '0428.759.497', 'BE0428759497', 'BE 0428 759 497'],
    ['BG', 'BG 175 074 752', 'BG175074752', 'BG 175074752'],
    ['CY', 'CY-10259033P', 'CY10259033P', 'CY 10259033P'],
    ['CZ', 'CZ 25123891', 'CZ25123891', 'CZ 25123891'],
    ['DE', 'DE 136,695 976', 'DE136695976', 'DE 136695976'],
    ['DK', 'DK 13585628', 'DK13585628', 'DK 13 58 56 28'],
    ['EE', 'EE 100 931 558', 'EE100931558', 'EE 100931558'],
    ['ES', 'J99216582', 'ESJ99216582', 'ES J99216582'],
    ['ES', '54362315-K', 'ES54362315K', 'ES 54362315K'],
    ['ES', 'X2482300W', 'ESX2482300W', 'ES X2482300W'],
    ['FI', 'FI 20774740', 'FI20774740', 'FI 20774740'],
    ['FR', 'Fr 40 303 265 045', 'FR40303265045', 'FR 40 303 265 045'],
    ['GB', 'GB 980 7806 84', 'GB980780684', 'GB 980 7806 84'],
    ['GB', '980780684', 'GB980780684', 'GB 980 7806 84'],
    ['GB', 'XI 980 7806 84', 'XI980780684', 'XI 980 7806 84'],
    ['GB', 'GD001', 'GBGD001', 'GB GD001'],
    ['GR', 'GR 094259216', 'EL094259216', 'EL 094259216'],
    ['HR', 'HR 33392005961', 'HR33392005961', 'HR 33392005961'],
    ['HU', 'HU-12892312', 'HU12892312', 'HU 12892312'],
    ['IE', 'IE 6433435F', 'IE6433435F', 'IE 6433435F'],
    ['IE', 'IE 6433435OA', 'IE6433435OA', 'IE 6433435OA'],
    ['IE', '8D79739I', 'IE8D79739I', 'IE 8D79739I'],
    ['IT', 'IT 00743110157', 'IT00743110157', 'IT 00743110157'],
    ['LT', '119511515', 'LT119511515', 'LT 119511515'],
    ['LT', 'LT 100001919017', 'LT100001919017', 'LT 100001919017'],
    ['LU', 'LU 150 274 42', 'LU15027442', 'LU 15027442'],
    ['LV', 'LV 4000 3521 600', 'LV40003521600', 'LV 40003521600'],
    ['MT', 'MT 1167-9112', 'MT11679112', 'MT 11679112'],
    ['NL', '004495445B01', 'NL004495445B01', 'NL 004495445B01'],
    ['PL', 'PL 8567346215', 'PL8567346215', 'PL 8567346215'],
    ['PT', 'PT 501 964 843', 'PT501964843', 'PT 501964843'],
    ['RO', 'RO 185 472 90', 'RO18547290', 'RO 18547290'],
    ['SE', 'SE 123456789701', 'SE123456789701', 'SE 1234567897 01'],
    ['SI', 'SI 5022 3054', 'SI50223054', 'SI 50223054'],
    ['SK', 'SK 202 274 96 19', 'SK2022749619', 'SK 2022749619'],
    ['CH', 'CHE-107.787.577 IVA', 'CHE107787577', 'CHE-107.787.577'],
    ['NO', '995 525 828 MVA', 'NO995525828MVA', 'NO 995 525 828 MVA'],
    ['TR', '4540536920', '4540536920', '4540536920'],
    ['TR', '17291716060', '17291716060', '17291716060'],
    ['IN', '27AAPFU0939F1ZV', '27AAPFU0939F1ZV', '27AAPFU0939F1ZV'],
    ['AU', 'ABN 51824753556', '51824753556', '51 824 753 556'],
    ['NZ', '49-091-850', '49091850', '49091850'],
    ['SA', '٣١٠١٢٣٤٥٦٧٠٠٠٠٣', '310123456700003', '310123456700003'],
    ['AE', 'TRN 100123456700003', '100123456700003', '100-1234-5670-0003'],
    ['OM', '1100012345', 'OM1100012345', 'OM 1100012345'],
    ['EG', '100-531-385', '100531385', '100-531-385'],
    ['JO', '12345678', '12345678', '12345678'],
    ['MA', '001561191000066', '001561191000066', '001561191000066'],
    ['TN', '1234567/M/A/E/001', '1234567MAE001', '1234567MAE001'],
    ['US', '911144442', '911144442', '91-1144442'],
    ['CA', '12302 6635 RT 0001', '123026635RT0001', '123026635 RT 0001'],
    ['CN', '91110000600037341L', '91110000600037341L', '91110000600037341L'],
    ['CN', '９１１１００００６０００３７３４１Ｌ', '91110000600037341L', '91110000600037341L'],
    ['TW', '00501503', '00501503', '00501503'],
    ['SG', '200312345A', '200312345A', '200312345A'],
    ['JP', 'T7000012050002', 'T7000012050002', 'T7000012050002'],
    ['KR', '116-82-00276', '1168200276', '116-82-00276'],
    ['BR', '16.727.230/0001-97', '16727230000197', '16727230000197'],
    ['BR', '12.ABC.345/01DE-35', '12ABC34501DE35', '12ABC34501DE35'],
    ['BR', '390.533.447-05', '39053344705', '39053344705'],
    ['MX', 'GODE 561231 GR8', 'GODE561231GR8', 'GODE561231GR8'],
    ['AR', '200-5536168-2', '20055361682', '20-05536168-2'],
    ['ZA', '4023340283', '4023340283', '4023340283'],
    ['XX', ' any 123 ', 'ANY 123', 'ANY 123'],
  ])('%s %s', (country, typed, normalised, display) => {
    expect(checkTaxId(country, typed)).toEqual({ ok: true, normalised, display });
  });
});

describe('what is wrong is said in plain words', () => {
  test.each([
    ['GB', 'GB 123 4567 8', 'A number from the UK has 9 or 12 digits; this one has 8.'],
    ['DE', 'DE12345678', 'A number from Germany has 9 digits; this one has 8.'],
    ['JO', '123', 'A number from Jordan has 7 to 9 digits; this one has 3.'],
    ['IN', '27AAPFU0939F1Z', 'A number from India has 15 letters and digits; this one has 14.'],
    [
      'DE',
      'DE12345678X',
      'A number from Germany looks like DE 123456789. Check the letters in this one.',
    ],
    ['IE', 'IE12', 'A number from Ireland looks like IE 1234567FA. This one has another form.'],
    ['SA', '410123456700003', 'A number from Saudi Arabia begins and ends with 3.'],
    ['AT', 'DE136695976', 'This looks like a number from Germany, but the address is in Austria.'],
    [
      'ZA',
      '5123456789',
      'A number from South Africa looks like 4123456789. This one has another form.',
    ],
    ['US', '', 'There is no number here yet.'],
    ['GB', 'GB 980 7806 85', /check digits do not match/],
  ])('%s %s: %s', (country, typed, sentence) => {
    const check = checkTaxId(country, typed);
    if (check.ok) throw new Error('The number was accepted.');
    expect(explainTaxId(check, 'en')).toMatch(sentence);
    expect(explainTaxId(check, 'ar')).toMatch(/[\u0600-\u06ff]/);
    expect(explainTaxId(check, 'zh')).toMatch(/\p{sc=Han}/u);
  });

  test('what was typed is kept', () => {
    expect(checkTaxId('GB', ' gb 123 ').normalised).toBe('GB 123');
    expect(checkTaxId('GB', 'GB 980 7806 85').normalised).toBe('GB980780685');
  });
});

describe('one mistyped digit is noticed where there are check digits', () => {
  test.each([
    ['AT', 'U13585626'],
    ['BE', '0428759498'],
    ['CY', '10259033Q'],
    ['CZ', '25123892'],
    ['DE', '136695978'],
    ['DK', '13585627'],
    ['EE', '100931557'],
    ['ES', 'J99216583'],
    ['ES', '54362315Z'],
    ['FI', '20774741'],
    ['FR', '41303265045'],
    ['GR', '094259217'],
    ['HR', '33392005962'],
    ['HU', '12892313'],
    ['IE', '6433435E'],
    ['IT', '00743110158'],
    ['LT', '119511516'],
    ['LU', '15027443'],
    ['LV', '40003521601'],
    ['MT', '11679113'],
    ['NL', '004495446B01'],
    ['PL', '8567346216'],
    ['PT', '501964842'],
    ['RO', '18547291'],
    ['SE', '123456789101'],
    ['SI', '50223055'],
    ['SK', '2022749618'],
    ['CH', '107787578'],
    ['NO', '995525829'],
    ['TR', '4540536921'],
    ['TR', '17291716061'],
    ['IN', '27AAPFU0939F1ZO'],
    ['AU', '51824753557'],
    ['NZ', '49091851'],
    ['CA', '123026636'],
    ['CN', '91110000600037342L'],
    ['TW', '00501502'],
    ['KR', '1168200275'],
    ['BR', '16727230000198'],
    ['BR', '39053344706'],
    ['AR', '20055361683'],
  ])('%s %s', (country, typed) => {
    expect(checkTaxId(country, typed)).toMatchObject({
      ok: false,
      reason: 'taxIds.reasons.checksum',
    });
  });
});

test('the number is called what people there call it', () => {
  expect(taxIdName('AU', 'en')).toBe('ABN');
  expect(taxIdName('SA', 'ar')).toBe('الرقم الضريبي');
  expect(taxIdName('CN', 'zh')).toBe('统一社会信用代码');
  expect(taxIdName('LB', 'en')).toBe('Tax no.');
});

test('a stored number that cannot be read is shown as it is', () => {
  expect(displayTaxId('GB', 'GB980780684')).toBe('GB 980 7806 84');
  expect(displayTaxId('GB', 'pending')).toBe('pending');
});

test('every rule is for a country, and its example has the shape it asks for', () => {
  for (const [country, rule] of Object.entries(TAX_ID_RULES)) {
    expect(COUNTRIES).toContain(country);
    expect(rule.example, country).toMatch(rule.pattern);
  }
});

test('whatever is typed, checking never fails', () => {
  for (const country of [...COUNTRIES, '', 'xx', '__proto__']) {
    for (const text of ['', ' ', '0', '\u200f', 'A', '😀', '0'.repeat(400), 'constructor']) {
      expect(checkTaxId(country, text)).toHaveProperty('normalised');
    }
  }
});
