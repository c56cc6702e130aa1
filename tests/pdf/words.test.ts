import { describe, expect, test } from 'vitest';
import { isolate, textDirection } from '@/lib/pdf/bidi';
import { cleanText, drawableText, MISSING_GLYPH } from '@/lib/pdf/clean-text';
import { familiesFor, isCovered } from '@/lib/pdf/coverage';
import { breakWord, loosen } from '@/lib/pdf/line-breaks';

const parts = (word: string) => breakWord(word).filter(Boolean);

describe('Text from outside', () => {
  test('loses control characters and directional tricks, but no letters', () => {
    expect(cleanText('a\u202e12.50-\u202c\u2067b\u0000c\u0007')).toBe('a12.50-bc');
    expect(cleanText('  two \t words \r\n next\u2028last ')).toBe('two words\nnext\nlast');
  });

  test('is composed, and freed of vowel signs', () => {
    expect(drawableText('Cafe\u0301', isCovered)).toBe('Café');
    expect(drawableText('مُحَمَّد', isCovered)).toBe('محمد');
  });

  test('shows one box for each character that no font has', () => {
    expect(drawableText('a 👨‍👩‍👧 ᚠᚢ', isCovered)).toBe(
      `a ${MISSING_GLYPH} ${MISSING_GLYPH}${MISSING_GLYPH}`,
    );
    expect(isCovered(MISSING_GLYPH.codePointAt(0) ?? 0)).toBe(true);
  });

  test('of any script we have letters for keeps all of them', () => {
    for (const text of [
      'บริษัท ที่ปรึกษา',
      'חברת הנגרים בע״מ',
      '주식회사 한빛디자인',
      'शर्मा ट्रेडर्स',
      'கோயம்புத்தூர்',
      'თბილისი',
      'Երևան',
      'Ελλάδα',
      'Київ',
      '株式会社さくら',
      '臺灣',
    ]) {
      expect(drawableText(text, isCovered)).toBe(text.normalize('NFC'));
    }
  });

  test('puts the ring of Thai SARA AM under the tone mark', () => {
    expect(drawableText('น้ำ', isCovered)).toBe('น\u0e4d\u0e49\u0e32');
  });

  test('keeps its own direction inside a sentence', () => {
    expect(textDirection('12 شارع')).toBe('rtl');
    expect(textDirection('+962 6 555')).toBe('ltr');
    expect(isolate('PO-1', 'en')).toBe('PO-1');
    expect(isolate('PO-1', 'ar')).toBe('\u2068PO-1\u2069');
    expect(isolate('سنابل', 'en')).toBe('\u2068سنابل\u2069');
  });
});

describe('Fonts', () => {
  test('are named only when a text needs them, its own language first', () => {
    expect(familiesFor('Invoice £12', 'en')).toEqual(['latin']);
    expect(familiesFor('فاتورة INV-1', 'ar')).toEqual(['arabic']);
    expect(familiesFor('账单 INV-1', 'zh')).toEqual(['chinese']);
    expect(familiesFor('Tea 茶 شاي', 'en')).toEqual(['latin', 'arabic', 'chinese']);
    expect(familiesFor('', 'zh')).toEqual(['chinese']);
    expect(familiesFor('Seoul 서울', 'ar')).toEqual(['arabic', 'korean']);
  });
});

describe('Lines break', () => {
  test('nowhere inside ordinary words, numbers and amounts', () => {
    for (const word of ['invoice', 'INV-2026-0047', '1,234,567.89', 'فاتورة']) {
      expect(parts(word)).toEqual([word]);
    }
    expect(breakWord(' ')).toEqual([' ']);
  });

  test('between Han characters, but never before a closing or after an opening mark', () => {
    expect(parts('请付款（30日）。')).toEqual(['请', '付', '款', '（30', '日）。']);
  });

  test('in addresses after their marks, in endless words every few letters', () => {
    expect(parts('https://pay.example/i/0047')).toEqual([
      'https://',
      'pay.',
      'example/',
      'i/',
      '0047',
    ]);
    expect(parts('zhangwu@qinghe.example'), 'short enough to stay whole').toHaveLength(1);
    expect(parts('x'.repeat(30)).every((part) => part.length <= 6)).toBe(true);
    expect(parts('x'.repeat(30)).join('')).toBe('x'.repeat(30));
    expect(parts(loosen('kilogrammes')).join('')).toBe('kilogrammes');
    expect(parts(loosen('kilogrammes')).length).toBeGreaterThan(1);
  });

  test('never before a mark that closes what another font began', () => {
    expect(breakWord(')')[0]).toBe(')');
  });
});
