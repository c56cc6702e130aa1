import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  changeDraft,
  type EditorDraft,
  emptyLine,
  toEditor,
} from '@/components/invoices/editor/editor-state';
import { forgetTyped, keepTyped, readTyped } from '@/components/invoices/editor/typed-store';
import type { EditorClient } from '@/lib/invoices/editor-data';
import { editorDraft } from './editor-draft';

const LINE = { ...emptyLine('line-1', null), description: 'Sign', unitPrice: '100.00' };

const DRAFT = editorDraft({
  id: 'draft-1',
  partyId: 'client-1',
  lines: [LINE, { ...LINE, id: 'line-2' }],
});

const CLIENT: EditorClient = {
  id: 'client-2',
  name: 'Ashcombe',
  addressLines: [],
  taxId: null,
  email: '',
  currency: 'EUR',
  locale: 'ar',
  termsDays: 7,
};

describe('Typing in the editor', () => {
  it('is an edit only where something changes, so leaving a field saves nothing', () => {
    const left = { type: 'line', id: 'line-1', fields: { unitPrice: '100.00' } } as const;
    expect(changeDraft(DRAFT, left)).toBe(DRAFT);
    expect(changeDraft(DRAFT, { type: 'set', fields: { notes: '', discount: '' } })).toBe(DRAFT);
    const typed = changeDraft(DRAFT, { ...left, fields: { unitPrice: '100.01' } });
    expect(typed).not.toBe(DRAFT);
    expect(typed.lines[0]?.unitPrice).toBe('100.01');
    expect(typed.lines[1]).toBe(DRAFT.lines[1]);
  });

  it('opens a new invoice with a line that has no price yet', () => {
    const line = { ...emptyLine('line-1', null), discount: null };
    const opened = toEditor({ ...DRAFT, version: 0, discount: null, lines: [line] });
    expect(opened.lines[0]).toEqual(emptyLine('line-1', null));
  });

  it('writes the same prices anew in another currency', () => {
    const prices = (currency: string) =>
      changeDraft(DRAFT, { type: 'set', fields: { currency } }).lines[0]?.unitPrice;
    expect(prices('JPY')).toBe('100');
    expect(prices('KWD')).toBe('100.000');
    const odd = changeDraft(DRAFT, {
      type: 'line',
      id: 'line-1',
      fields: { unitPrice: '1,840.505' },
    });
    const inYen = changeDraft(odd, { type: 'set', fields: { currency: 'JPY' } });
    expect(inYen.lines[0]?.unitPrice).toBe('1,840.505');
  });

  it('moves a line to any place, and not beyond the ends', () => {
    const ids = (draft: EditorDraft) => draft.lines.map((line) => line.id);
    expect(ids(changeDraft(DRAFT, { type: 'move', id: 'line-1', to: 1 }))).toEqual([
      'line-2',
      'line-1',
    ]);
    expect(changeDraft(DRAFT, { type: 'move', id: 'line-1', to: -3 })).toBe(DRAFT);
    expect(changeDraft(DRAFT, { type: 'move', id: 'gone', to: 0 })).toBe(DRAFT);
  });
});

describe('Choosing the client', () => {
  it('brings their currency, language and terms, also into a draft that was stored with a due date', () => {
    const stored = toEditor({
      ...DRAFT,
      version: 3,
      discount: null,
      lines: [],
      dueOn: '2026-12-01',
    });
    expect(changeDraft(stored, { type: 'client', client: CLIENT })).toMatchObject({
      partyId: 'client-2',
      currency: 'EUR',
      locale: 'ar',
      termsDays: 7,
    });
  });

  it('leaves a due date that was chosen by hand', () => {
    const fixed = { ...DRAFT, termsDays: null, dueOn: '2026-12-01' };
    expect(changeDraft(fixed, { type: 'client', client: CLIENT })).toMatchObject({
      termsDays: null,
      dueOn: '2026-12-01',
    });
  });
});

describe('What was typed and not saved', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  afterEach(() => kept.clear());

  it('comes back after a reload as it was', () => {
    keepTyped(DRAFT, 4, false);
    expect(readTyped('draft-1', 4)).toEqual({ draft: DRAFT, version: 4, isSaved: false });
    expect(readTyped('draft-1', 5)?.version).toBe(4);
    forgetTyped('draft-1');
    expect(readTyped('draft-1', 4)).toBeNull();
  });

  it('comes back once saved only into a page that was fetched before', () => {
    keepTyped(DRAFT, 5, true);
    expect(readTyped('draft-1', 4)?.draft).toEqual(DRAFT);
    expect(readTyped('draft-1', 5)).toBeNull();
    expect(readTyped('draft-1', 6)).toBeNull();
  });

  it('is left alone where the editor could not show it', () => {
    const { lines: _lines, ...withoutLines } = DRAFT;
    const whole = { draft: DRAFT, version: 4, isSaved: false };
    for (const odd of [
      'not JSON',
      'null',
      '[]',
      '{"version":1}',
      JSON.stringify({ ...whole, version: '4' }),
      JSON.stringify({ ...whole, isSaved: undefined }),
      JSON.stringify({ ...whole, draft: withoutLines }),
      JSON.stringify({ ...whole, draft: { ...DRAFT, notes: 7 } }),
      JSON.stringify({ ...whole, draft: { ...DRAFT, lines: [{ ...LINE, unitPrice: null }] } }),
      JSON.stringify({ ...whole, draft: { ...DRAFT, id: 'draft-2' } }),
    ]) {
      kept.set('portico.draft.draft-1', odd);
      expect(readTyped('draft-1', 4), odd).toBeNull();
    }
    kept.set('portico.draft.draft-1', JSON.stringify(whole));
    expect(readTyped('draft-1', 4)).toEqual(whole);
  });
});
