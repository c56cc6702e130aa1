import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBooks } from '@/lib/books/check-books';
import { unscopedDb } from '@/lib/db/client';
import { forgetEnv } from '@/lib/env/env';
import { startStripeStandIn } from '@/lib/stripe/stand-in/server';
import { seedDemo } from '@/prisma/seed/demo';

let stripe: Awaited<ReturnType<typeof startStripeStandIn>>;

beforeAll(async () => {
  stripe = await startStripeStandIn({ retryDelays: [] });
  Object.assign(process.env, {
    STRIPE_API_BASE: stripe.url,
    PORTICO_DEMO: '1',
    BASE_URL: 'http://127.0.0.1:9',
  });
  forgetEnv();
  await seedDemo();
}, 120_000);

afterAll(() => stripe.close());

describe('The sample world', () => {
  it('has books that add up', async () => {
    expect(await checkBooks()).toEqual([]);
  });

  it('shows every state an invoice can be in, in three languages and four currencies', async () => {
    const invoices = await unscopedDb().document.findMany({
      select: {
        locale: true,
        currency: true,
        openAmount: true,
        totalAmount: true,
        processingAmount: true,
        issuedAt: true,
      },
    });
    expect(new Set(invoices.map((row) => row.locale))).toEqual(new Set(['en', 'ar', 'zh']));
    expect(new Set(invoices.map((row) => row.currency))).toEqual(
      new Set(['GBP', 'JOD', 'SAR', 'CNY']),
    );
    expect(invoices.some((row) => !row.issuedAt)).toBe(true);
    expect(invoices.some((row) => row.issuedAt && row.openAmount === 0n)).toBe(true);
    expect(invoices.some((row) => row.openAmount > 0n && row.openAmount < row.totalAmount)).toBe(
      true,
    );
    expect(invoices.some((row) => row.processingAmount > 0n)).toBe(true);
  });
});
