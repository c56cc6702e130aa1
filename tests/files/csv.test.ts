import { describe, expect, test } from 'vitest';
import { csvLine, csvResponse } from '@/lib/files/csv';

describe('A line of a CSV file', () => {
  test.each([
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+441174960142', `'+441174960142`],
    ['-2+3+cmd|’ /C calc’!A0', `'-2+3+cmd|’ /C calc’!A0`],
    ['@SUM(1)', `'@SUM(1)`],
    ['＝1+1', `'＝1+1`],
    ['\t=1', `'\t=1`],
    ['Meadow & Main', 'Meadow & Main'],
    ['O’Brien, "Søn"', '"O’Brien, ""Søn"""'],
    ['two\nlines', '"two\nlines"'],
    ['شركة لؤلؤ', 'شركة لؤلؤ'],
    ['', ''],
  ])('never hands a spreadsheet a formula: %j', (typed, written) => {
    expect(csvLine([typed])).toBe(`${written}\r\n`);
  });

  test('leaves our own figures numbers, negative ones too', () => {
    expect(csvLine([{ number: '-12.50' }, 'a', { number: '0' }])).toBe('-12.50,a,0\r\n');
  });
});

test('A download is written as it is read, and stops reading when it is left', async () => {
  let read = 0;
  let closed = false;
  async function* lines() {
    try {
      for (; read < 1_000_000; read++) yield 'line\r\n';
    } finally {
      closed = true;
    }
  }
  const response = csvResponse(lines(), '客户.csv');
  expect(response.headers.get('content-disposition')).toContain('%E5%AE%A2%E6%88%B7.csv');
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(closed).toBe(true);
  expect(read).toBeLessThan(10);
});
