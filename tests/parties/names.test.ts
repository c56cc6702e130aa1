import { describe, expect, test } from 'vitest';
import { displayName, greetingName, sortName } from '@/lib/parties/names';

const person = (givenName: string, familyName: string) => ({
  kind: 'PERSON' as const,
  givenName,
  familyName,
});
const company = (companyName: string) => ({ kind: 'ORGANISATION' as const, companyName });

describe('a name is written in the order of its own script', () => {
  test.each([
    [person('Hannah', 'Osei'), 'Hannah Osei'],
    [person(' Hannah ', ''), 'Hannah'],
    [person('ليلى', 'حداد'), 'ليلى حداد'],
    [person('小明', '王'), '王小明'],
    [person('민수', '김'), '김민수'],
    [person('Xiaoming', '王'), 'Xiaoming 王'],
    [company('Meadow  & Main Ltd'), 'Meadow & Main Ltd'],
    [company('青禾包装设计（杭州）有限公司'), '青禾包装设计（杭州）有限公司'],
    [{ kind: 'PERSON' as const, companyName: 'Sole Trader' }, 'Sole Trader'],
  ])('%j is %s', (name, shown) => expect(displayName(name)).toBe(shown));
});

test('a list is sorted by family name, a company by its name, without regard to accents', () => {
  expect(sortName(person('Hannah', 'Östberg'))).toBe('ostberg hannah');
  expect(sortName(company('Éclair Ltd'))).toBe('eclair ltd');
  expect(sortName(person('小明', '王'))).toBe('王 小明');
});

describe('a letter greets', () => {
  test.each([
    [person('Hannah', 'Osei'), 'en', 'Hannah'],
    [person('ليلى', 'حداد'), 'ar', 'ليلى'],
    [person('小明', '王'), 'zh', '王小明'],
    [person('小明', '王'), 'en', '王小明'],
    [person('Hannah', 'Osei'), 'zh', 'Hannah Osei'],
    [person('', 'Osei'), 'en', 'Osei'],
    [company('Meadow & Main'), 'en', 'Meadow & Main'],
  ] as const)('%j in %s as %s', (name, locale, shown) =>
    expect(greetingName(name, locale)).toBe(shown),
  );
});
