import { describe, expect, test } from 'vitest';
import { checkPhone, displayPhone, phoneDigits, phoneHref } from '@/lib/places/phone';

describe('a phone number is understood as people write it', () => {
  test.each([
    ['0117 496 0142', 'GB', '+441174960142'],
    ['+44 (0)117 496 0142', 'GB', '+441174960142'],
    ['00966 50 123 4567', 'GB', '+966501234567'],
    ['٠٥٠ ١٢٣ ٤٥٦٧', 'SA', '+966501234567'],
    ['１３８ ００１３ ８０００', 'CN', '+8613800138000'],
    ['＋86 21 5888 1234', 'GB', '+862158881234'],
    ['\u200e+965 2245 6789\u200f', 'GB', '+96522456789'],
    ['021-58881234 ext 9', 'CN', '+862158881234;ext=9'],
    ['+1 (212) 555-0123', '', '+12125550123'],
  ])('%s in %s', (typed, country, phone) =>
    expect(checkPhone(typed, country)).toEqual({ ok: true, phone }),
  );

  test.each([
    ['', 'GB', 'addresses.phone.empty'],
    ['ring me', 'GB', 'addresses.phone.letters'],
    ['0117 496 O142', 'GB', 'addresses.phone.letters'],
    ['0117', 'GB', 'addresses.phone.length'],
    ['0117 496 0142 0117 496', 'GB', 'addresses.phone.length'],
    ['0117 496 0142 / 0117 496 0143', 'GB', 'addresses.phone'],
    ['0117 496 0142', '', 'addresses.phone.country'],
    ['+999 123 456', 'GB', 'addresses.phone.country'],
    ['+', 'GB', 'addresses.phone.notANumber'],
  ])('%j in %s is questioned: %s', (typed, country, reason) => {
    const check = checkPhone(typed, country);
    expect(check.ok ? 'ok' : check.reason).toContain(reason);
  });
});

test('at home the number is shown as one dials it there, abroad with its country code', () => {
  expect(displayPhone('+441174960142', 'GB')).toBe('0117 496 0142');
  expect(displayPhone('+441174960142', 'SA')).toBe('+44 117 496 0142');
  expect(displayPhone('+862158881234;ext=9', 'GB')).toBe('+86 21 5888 1234 ext. 9');
  expect(displayPhone('ask Omar', 'GB')).toBe('ask Omar');
});

test('a number can be rung and found', () => {
  expect(phoneHref('+862158881234;ext=9')).toBe('tel:+862158881234;ext=9');
  expect(phoneHref('ask Omar')).toBeNull();
  expect(phoneDigits('+441174960142')).toBe('441174960142 01174960142');
});
