import { describe, expect, test } from 'vitest';
import { tidyFileName, uniqueNames } from '@/lib/files/file-name';

describe('a download has a name that every system accepts', () => {
  test.each([
    [['INV-2026-0042', 'Meadow & Main'], 'pdf', 'INV-2026-0042 - Meadow & Main.pdf'],
    [['فاتورة', 'شركة الأمل'], 'pdf', 'فاتورة - شركة الأمل.pdf'],
    [['账单', '青禾（杭州）'], 'PDF', '账单 - 青禾（杭州）.pdf'],
    [['a/b\\c:d*e?f"g<h>i|j'], 'pdf', 'a-b-c-d-e-f-g-h-i-j.pdf'],
    [['../../etc/passwd'], 'csv', 'etc-passwd.csv'],
    [['\u202efdp.exe'], 'pdf', 'fdp.exe.pdf'],
    [['line\r\nbreak\tand\u0000nul'], 'pdf', 'line break and nul.pdf'],
    [['Acme Ltd. '], 'pdf', 'Acme Ltd.pdf'],
    [['.hidden'], 'pdf', 'hidden.pdf'],
    [['CON'], 'pdf', 'CON_.pdf'],
    [['nul.backup'], 'txt', 'nul.backup_.txt'],
    [['', null, '  '], 'zip', 'file.zip'],
    [['x'], '../sh', 'x.sh'],
  ])('%j.%s is %s', (parts, ext, name) => expect(tidyFileName(parts, ext)).toBe(name));

  test('a long name is cut between characters, never inside one', () => {
    const name = tidyFileName(['🧑‍🤝‍🧑'.repeat(60)], 'pdf');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name.replace('.pdf', '').replaceAll('🧑‍🤝‍🧑', '')).not.toContain('\ufffd');
    expect(Buffer.byteLength(tidyFileName(['青'.repeat(300)], 'pdf'))).toBeLessThanOrEqual(180);
  });
});

describe('in a ZIP no two files share a name', () => {
  test.each([
    [
      ['a.pdf', 'a.pdf', 'a.pdf'],
      ['a.pdf', 'a (2).pdf', 'a (3).pdf'],
    ],
    [
      ['A.pdf', 'a.PDF'],
      ['A.pdf', 'a (2).PDF'],
    ],
    [
      ['a.pdf', 'a (2).pdf', 'a.pdf'],
      ['a.pdf', 'a (2).pdf', 'a (3).pdf'],
    ],
    [
      ['a', 'a', '.x', '.x'],
      ['a', 'a (2)', '.x', '.x (2)'],
    ],
    [
      ['v1.2 b.pdf', 'v1.2 b.pdf'],
      ['v1.2 b.pdf', 'v1.2 b (2).pdf'],
    ],
  ])('%j', (names, unique) => expect(uniqueNames(names)).toEqual(unique));

  test('a thousand of the same name take no time', () => {
    const names = uniqueNames(Array(5000).fill('invoice.pdf'));
    expect(new Set(names).size).toBe(5000);
    expect(names.at(-1)).toBe('invoice (5000).pdf');
  });
});
