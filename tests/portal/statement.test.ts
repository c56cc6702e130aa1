import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOf } from '@/lib/portal/ageing';
import { timeOfDay } from '@/lib/portal/greeting';
import { choosePeriod } from '@/lib/portal/period';
import { type Entry, lastLines, layOutStatement } from '@/lib/portal/statement';
import { addDays, todayIn } from '@/lib/time/calendar-date';

const entries = fc.array(
  fc.record({
    kind: fc.constantFrom('invoice', 'void', 'payment', 'refund', 'dispute', 'reversal'),
    on: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-12-01', days)),
    at: fc.integer({ min: 0, max: 1e9 }).map((ms) => new Date(ms)),
    amount: fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }),
    documentId: fc.constant(null),
    number: fc.string({ maxLength: 4 }),
    title: fc.constant(''),
    paymentId: fc.constant(null),
    method: fc.constant(null),
    methodDetail: fc.constant(''),
  }),
  { maxLength: 60 },
) as fc.Arbitrary<Entry[]>;

const sum = (list: readonly { amount: bigint }[]) =>
  list.reduce((all, { amount }) => all + amount, 0n);

describe('A statement', () => {
  it('ends with what it began with, plus every line, whatever the lines are', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), entries, (opening, list) => {
        const statement = layOutStatement(opening, list);
        expect(statement.closing).toBe(opening + sum(list));
        expect(statement.lines).toHaveLength(list.length);
        let balance = opening;
        for (const line of statement.lines) {
          balance += line.amount;
          expect(line.balance).toBe(balance);
        }
      }),
    );
  });

  it('is in the order of days, and comes out the same however its entries arrive', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { lines } = layOutStatement(0n, list);
        for (const [index, line] of lines.entries()) {
          expect(line.on >= (lines[index - 1]?.on ?? line.on)).toBe(true);
        }
        const days = (statement: typeof lines) => statement.map(({ on, kind }) => `${on} ${kind}`);
        expect(days(layOutStatement(0n, list.toReversed()).lines)).toEqual(days(lines));
      }),
    );
  });

  it('cut in two at any line agrees with itself', () => {
    fc.assert(
      fc.property(entries, fc.nat(70), (list, cut) => {
        const whole = layOutStatement(500n, list);
        const part = lastLines(whole, cut);
        expect(part.closing).toBe(whole.closing);
        expect(part.opening + sum(part.lines)).toBe(
          part.lines.length === 0 ? whole.opening : whole.closing,
        );
      }),
    );
  });
});

describe('The age of a debt', () => {
  it.each([
    ['2026-04-03', 'notDue'],
    ['2026-03-18', 'notDue'],
    ['2026-03-17', 'days30'],
    ['2026-02-16', 'days30'],
    ['2026-02-15', 'days60'],
    ['2026-01-17', 'days60'],
    ['2026-01-16', 'older'],
    [null, 'notDue'],
  ])('due %s is %s on 18 March 2026', (dueOn, age) => {
    expect(ageOf(dueOn, '2026-03-18')).toBe(age);
  });

  it('turns late at midnight where the business is, not where the server or the reader is', () => {
    const instant = new Date('2026-03-18T22:30:00Z');
    expect(ageOf('2026-03-18', todayIn('Europe/London', instant))).toBe('notDue');
    expect(ageOf('2026-03-18', todayIn('Asia/Amman', instant))).toBe('days30');
  });
});

describe('The period of a statement', () => {
  it.each([
    [{}, '2026-01-01', '2026-03-18', 'thisYear'],
    [{ period: 'lastYear' }, '2025-01-01', '2025-12-31', 'lastYear'],
    [{ from: '2025-06-01', to: '2025-06-30' }, '2025-06-01', '2025-06-30', 'custom'],
    [{ from: '2025-06-30', to: '2025-06-01' }, '2025-06-01', '2025-06-30', 'custom'],
    [{ from: '2026-02-31' }, '2026-01-01', '2026-03-18', 'thisYear'],
    [{ from: '2025-11-05' }, '2025-11-05', '2026-03-18', 'custom'],
    [{ period: 'x' }, '2026-01-01', '2026-03-18', 'thisYear'],
    [{ from: '0001-01-01', to: '9999-12-31' }, '2026-01-01', '2026-03-18', 'thisYear'],
    [{ from: ['2026-01-01'] as unknown as string }, '2026-01-01', '2026-03-18', 'thisYear'],
  ])('asked as %j is %s to %s', (query, from, to, chosen) => {
    expect(choosePeriod(query, '2026-03-18')).toEqual({ from, to, chosen });
  });
});

describe('The greeting', () => {
  it.each([
    ['2026-03-18T08:00:00Z', 'Europe/London', 'morning'],
    ['2026-03-18T12:00:00Z', 'Europe/London', 'afternoon'],
    ['2026-03-18T18:00:00Z', 'Europe/London', 'evening'],
    ['2026-03-18T23:30:00Z', 'Europe/London', 'evening'],
    ['2026-03-18T23:30:00Z', 'Asia/Shanghai', 'morning'],
  ] as const)('at %s in %s says good %s', (at, zone, part) => {
    expect(timeOfDay(new Date(at), zone)).toBe(part);
  });
});
