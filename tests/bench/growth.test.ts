import { describe, expect, it } from 'vitest';
import { growthOf } from '@/lib/cli/bench/growth';

const at = (invoices: number, list: number) => ({
  invoices,
  rows: [
    { what: 'invoice list', median: list },
    { what: 'search, many hits', median: list * 10 },
    { what: 'one PDF, drawn' },
  ],
});

describe('Growth from 100,000 invoices to a million', () => {
  it('is kept up to 1.3 times, and only lists and records are asked for it', () => {
    const [kept, ...others] = growthOf([at(1_000, 5), at(100_000, 20), at(1_000_000, 25)]);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      what: 'invoice list, 1,000,000',
      note: '1.25 × of 100,000 (20.0)',
      budgets: [{ kept: true }],
    });
    const [missed] = growthOf([at(100_000, 20), at(1_000_000, 27)]);
    expect(missed?.budgets?.[0]?.kept).toBe(false);
  });

  it('says nothing when 100,000 was not measured', () => {
    expect(growthOf([at(1_000, 5), at(1_000_000, 25)])).toEqual([]);
  });
});
