import { describe, expect, test } from 'vitest';
import { fromStripeAmount, toStripeAmount } from '@/lib/money/stripe-amount';

describe('Amounts as Stripe counts them', () => {
  test.each([
    [125000n, 'GBP', 125000],
    [1250n, 'JPY', 1250],
    [1250n, 'ISK', 125000],
    [1250n, 'UGX', 125000],
    [125000n, 'HUF', 125000],
    [125000n, 'TWD', 125000],
    [125000n, 'IDR', 125000],
    [125000n, 'MGA', 1250],
    [3848070n, 'JOD', 3848070],
    [5120n, 'KWD', 5120],
  ])('%s minor units of %s are %i, both ways', (minor, currency, amount) => {
    expect(toStripeAmount(minor, currency)).toEqual({ ok: true, amount });
    expect(fromStripeAmount(amount, currency.toLowerCase())).toBe(minor);
  });

  test('5.124 KWD cannot be charged; 5.120 and 5.130 can', () => {
    expect(toStripeAmount(5124n, 'KWD')).toEqual({
      ok: false,
      reason: 'indivisible',
      below: 5120n,
      above: 5130n,
    });
  });

  test('an ariary with decimals cannot be charged', () => {
    expect(toStripeAmount(125050n, 'MGA')).toMatchObject({ ok: false, reason: 'indivisible' });
  });

  test.each([
    [0n, 'GBP', 'notPositive'],
    [-1n, 'GBP', 'notPositive'],
    [1000n, 'IQD', 'currency'],
    [1000n, 'ABC', 'currency'],
    [1_000_000_000_000n, 'GBP', 'tooLarge'],
  ])('%s of %s is refused: %s', (minor, currency, reason) => {
    expect(toStripeAmount(minor, currency)).toEqual({ ok: false, reason });
  });

  test('what cannot be an amount of the currency is an error', () => {
    expect(() => fromStripeAmount(1250.5, 'gbp')).toThrow(RangeError);
    expect(() => fromStripeAmount(125050, 'isk')).toThrow(RangeError);
    expect(() => fromStripeAmount(100, 'iqd')).toThrow(RangeError);
  });

  test('an odd last digit that Stripe reports is still booked as it came', () => {
    expect(fromStripeAmount(5124, 'kwd')).toBe(5124n);
  });
});
