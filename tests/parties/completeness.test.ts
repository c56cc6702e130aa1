import { expect, test } from 'vitest';
import { type ClientFacts, completeness, factKey } from '@/lib/parties/completeness';

const meadow: ClientFacts = {
  kind: 'ORGANISATION',
  displayName: 'Meadow & Main',
  email: 'hannah@meadowandmain.example',
  phone: '+441174960142',
  street: '14 Wharf Lane',
  street2: '',
  city: 'Bristol',
  region: '',
  postcode: 'BS1 4QS',
  country: 'GB',
  taxId: 'GB123456789',
  hasContact: true,
};

test('a client with everything is complete', () => {
  expect(completeness(meadow)).toEqual({ done: 9, of: 9, missing: [] });
});

test('what is missing is named in the order of the form', () => {
  expect(
    completeness({ ...meadow, phone: '', postcode: ' ', taxId: '', hasContact: false }),
  ).toEqual({
    done: 5,
    of: 9,
    missing: ['phone', 'postcode', 'taxId', 'contactPerson'],
  });
});

test('a person needs no tax number and no contact person', () => {
  const person = { ...meadow, kind: 'PERSON' as const, taxId: '', hasContact: false };
  expect(completeness(person)).toEqual({ done: 7, of: 7, missing: [] });
});

test('only what the country’s post asks for counts: no postcode in Kuwait, a state in America', () => {
  expect(completeness({ ...meadow, country: 'KW', postcode: '' }).missing).toEqual([]);
  expect(completeness({ ...meadow, country: 'US' }).missing).toEqual(['region']);
  expect(completeness({ ...meadow, country: '' }).missing).toEqual(['country']);
  expect(factKey('phone')).toBe('addresses.facts.phone');
});
