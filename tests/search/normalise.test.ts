import { describe, expect, test } from 'vitest';
import { normalise } from '@/lib/search/normalise';

describe('two spellings of one name are one name', () => {
  test.each([
    ['ÉCLAIR Café', 'eclair cafe'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Søren Ørsted', 'soren orsted'],
    ['ＡＢＣ１２３', 'abc123'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['ﬁnance', 'finance'],
  ])('Latin: %s', (typed, folded) => expect(normalise(typed)).toBe(folded));

  test.each([
    ['أحمد', 'احمد'],
    ['إبراهيم', 'ابراهيم'],
    ['آمال', 'امال'],
    ['ٱلرحمن', 'الرحمن'],
    ['فاطمة', 'فاطمه'],
    ['مصطفى', 'مصطفي'],
    ['مُحَمَّد', 'محمد'],
    ['الـريـاض', 'الرياض'],
    ['مؤسسة الشيء', 'موسسه الشي'],
    ['شركة ک', 'شركه ك'],
    ['هيئة', 'هييه'],
  ])('Arabic: %s', (typed, folded) => expect(normalise(typed)).toBe(folded));

  test.each([
    ['青禾包装设计（杭州）有限公司', '青禾包装设计 杭州 有限公司'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['서울', '서울'],
  ])('East Asian: %s', (typed, folded) => expect(normalise(typed)).toBe(folded));

  test('digits typed in Arabic, Persian or full width are the same digits', () => {
    expect(normalise('٠١٢ ۳۴۵ ６７８ 9')).toBe('012 345 678 9');
    expect(normalise('فاتورة ٢٠٢٦')).toBe('فاتوره 2026');
  });

  test('punctuation separates words and invisible marks vanish', () => {
    expect(normalise('INV-2026/0042')).toBe('inv 2026 0042');
    expect(normalise('\u202bشركة\u202c\u200f — ACME, Ltd.')).toBe('شركه acme ltd');
    expect(normalise(' … ')).toBe('');
  });

  test('an Indian name keeps its vowel signs', () => expect(normalise('हिन्दी')).toBe('हिन्दी'));

  test('normalising twice changes nothing more', () => {
    for (const text of ['Éclair', 'مؤسسة', '青禾（杭州）', 'Straße']) {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }
  });
});
