import { describe, expect, test } from 'vitest';
import { initials } from '@/components/ui/avatar';

describe('initials', () => {
  test.each([
    ['Hannah Osei', 'HO'],
    ['hannah maria osei', 'HO'],
    ['Hannah', 'H'],
    ['Meadow & Main', 'MM'],
    ['42 Studio', '4S'],
    ['ليلى حداد', 'ل'],
    ['الأمل للتجارة', 'أ'],
    ['王小明', '王'],
    ['青禾包装（杭州）', '青'],
    ['Łukasz Żak', 'ŁŻ'],
    ['— …', ''],
    ['', ''],
  ])('%s is %s', (name, letters) => expect(initials(name)).toBe(letters));
});
