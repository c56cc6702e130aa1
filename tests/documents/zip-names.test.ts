import { describe, expect, it } from 'vitest';
import { zipNames } from '@/lib/documents/zip';

const named = (number: string, displayName: string) => ({ number, party: { displayName } });

describe('The files in a ZIP of invoices', () => {
  it('are called by number and client, in any script', () => {
    expect(zipNames([named('INV-2026-0042', 'Kestrel Cycles'), named('7', 'شركة النور')])).toEqual([
      'INV-2026-0042 - Kestrel Cycles.pdf',
      '7 - شركة النور.pdf',
    ]);
  });

  it('never share a name, not even on a system that ignores case', () => {
    expect(zipNames([named('1/A', 'Kim'), named('1-a', 'KIM')])).toEqual([
      '1-A - Kim.pdf',
      '1-a - KIM (2).pdf',
    ]);
  });

  it('lead out of no folder and hide no ending', () => {
    const [name = ''] = zipNames([named('../..', 'evil\u202Efdp.exe')]);
    expect(name).not.toMatch(/[/\\\u202e]/);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});
