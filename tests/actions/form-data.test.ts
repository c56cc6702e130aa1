import { describe, expect, it } from 'vitest';
import { formToObject, formValues } from '@/lib/actions/form-data';

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe('A form', () => {
  it('becomes an object, with lists where the names count', () => {
    const data = form(
      ['name', 'A'],
      ['lines.0.quantity', '1'],
      ['lines.1.quantity', '2'],
      ['ids[]', 'x'],
      ['ids[]', 'y'],
    );
    expect(formToObject(data)).toEqual({
      name: 'A',
      lines: [{ quantity: '1' }, { quantity: '2' }],
      ids: ['x', 'y'],
    });
  });

  it('leaves the framework’s own fields out', () => {
    expect(formToObject(form(['$ACTION_ID_1', ''], ['a', '1']))).toEqual({ a: '1' });
  });

  it.each(['__proto__.admin', 'a.constructor', 'prototype.x'])(
    'refuses the field name %s',
    (name) => {
      expect(() => formToObject(form([name, '1']))).toThrow();
    },
  );

  it('refuses more fields than any page has', () => {
    expect(() =>
      formToObject(
        form(...Array.from({ length: 5_001 }, (_, i): [string, string] => [`f${i}`, ''])),
      ),
    ).toThrow();
  });

  it('gives typed values back, but never a password', () => {
    expect(
      formValues(form(['email', 'a@b.c'], ['password', 'secret'], ['newPassword', 's'])),
    ).toEqual({ email: 'a@b.c' });
  });
});
