import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import {
  bodyParagraphs,
  fillVariables,
  subjectLine,
  TEMPLATE_KINDS,
  unknownVariables,
} from '@/lib/templates/variables';
import { builtInWords } from '@/lib/templates/words-of';

describe('Variables in a template', () => {
  it('are filled once: braces that come with a value stay text', () => {
    const values = { 'client.name': '{{invoice.total}}', 'invoice.total': '£1' };
    expect(fillVariables('{{client.name}} owes {{ invoice.total }}', values)).toBe(
      '{{invoice.total}} owes £1',
    );
  });

  it('without a value leave no hole', () => {
    expect(fillVariables('Invoice {{invoice.title}} for you', {})).toBe('Invoice for you');
  });

  it.each([
    ['a variable of another mail', '{{payment.amount}}', ['{{payment.amount}}']],
    ['an unknown one', '{{constructor}} {{constructor}}', ['{{constructor}}']],
    ['one that was not closed', 'Hello {{client.name', ['{{']],
    ['nothing', 'Hello {client.name} {{client.name}}', []],
  ])('report %s', (_, text, unknown) => {
    expect(unknownVariables('INVOICE', text)).toEqual(unknown);
  });

  it('are all known in the built-in words of every language', () => {
    for (const locale of LOCALES) {
      for (const kind of TEMPLATE_KINDS) {
        const { subject, body } = builtInWords(kind, locale);
        expect(unknownVariables(kind, subject + body)).toEqual([]);
        expect(subject).toContain('{{');
      }
    }
  });
});

describe('Words of a mail', () => {
  it('keep the subject on one line, whatever was pasted', () => {
    expect(subjectLine('Invoice\r\nBcc: thief@evil.example\u2028 now')).toBe(
      'Invoice Bcc: thief@evil.example now',
    );
  });

  it('are parted by blank lines', () => {
    expect(bodyParagraphs('Hi,\r\n\r\none\ntwo\n \n\n three \n')).toEqual([
      'Hi,',
      'one\ntwo',
      'three',
    ]);
  });
});
