import { expect, type Locator } from '@playwright/test';

/** Amounts as people write them in all three languages: Latin digits, thousands parted by commas. */
const AMOUNT = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;

/** Every number in a text, as decimal text without thousands marks: '1,234.50 AED' → ['1234.50']. */
export function numbersIn(text: string): string[] {
  return (text.match(AMOUNT) ?? []).map((number) => number.replaceAll(',', ''));
}

/** Fails unless the one number that the element shows is exactly this amount, digits and decimals alike. */
export async function expectAmount(place: Locator, amount: string): Promise<void> {
  await expect.poll(async () => numbersIn(await place.innerText())).toEqual([amount]);
}

/** '12279.33' as all three languages write it: '12,279.33'. */
export function grouped(amount: string): string {
  const [whole = '', decimals] = amount.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals ? `.${decimals}` : '');
}
