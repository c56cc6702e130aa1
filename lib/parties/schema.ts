import { z } from 'zod';
import { PartyKind } from '@/lib/db/generated/enums';
import { line, paragraphs, tick, version } from '@/lib/forms/fields';
import { normaliseDigits } from '@/lib/i18n/digits';
import { LOCALES } from '@/lib/i18n/locale';
import { checkEmail } from '@/lib/mail/email-address';
import { isCurrency } from '@/lib/money/currencies';
import { isCountry } from '@/lib/places/countries';
import { checkPhone } from '@/lib/places/phone';

type Fail = (path: string, message: string, params?: Record<string, unknown>) => void;

// Fields only complain here and are rewritten at the end, so that one save names every wrong field at once.
const email = z
  .string()
  .max(400)
  .superRefine((text, context) => {
    const checked = checkEmail(text);
    if (!checked.ok) context.addIssue({ code: 'custom', message: checked.reason });
  });

const optionalEmail = z
  .string()
  .max(400)
  .default('')
  .superRefine((text, context) => {
    const checked = checkEmail(text);
    if (text.trim() && !checked.ok) context.addIssue({ code: 'custom', message: checked.reason });
  });

const MOST_DAYS = 365;

/** Days until an invoice is due; nothing typed means the business's own terms. */
const termsDays = z
  .string()
  .max(20)
  .default('')
  .superRefine((text, context) => {
    const days = readDays(text);
    if (days !== null && !(days <= MOST_DAYS)) {
      context.addIssue({
        code: 'custom',
        message: 'clients.errors.terms',
        params: { most: MOST_DAYS },
      });
    }
  });

/** What a client's form holds, whoever it is about. */
const facts = {
  kind: z.enum(PartyKind),
  companyName: line(160).default(''),
  givenName: line(80).default(''),
  familyName: line(80).default(''),
  email,
  phone: z.string().max(60).default(''),
  country: z.string().refine(isCountry, 'clients.errors.country'),
  taxId: line(60).default(''),
  /** Stored as typed although its form is not that of its country. */
  taxIdKept: tick,
  street: line(200).default(''),
  street2: line(200).default(''),
  city: line(120).default(''),
  region: line(120).default(''),
  postcode: line(40).default(''),
  locale: z.enum(LOCALES),
  currency: z.string().refine(isCurrency, 'clients.errors.currency'),
  paymentTermsDays: termsDays,
};

type TypedFacts = {
  kind: PartyKind;
  companyName: string;
  givenName: string;
  familyName: string;
  phone: string;
  country: string;
};

function checkFacts(typed: TypedFacts, fail: Fail): void {
  if (typed.kind === 'ORGANISATION' && !typed.companyName) fail('companyName', 'errors.required');
  if (typed.kind === 'PERSON' && !typed.givenName && !typed.familyName) {
    fail('givenName', 'errors.required');
  }
  checkTypedPhone(typed.phone, typed.country, 'phone', fail);
}

function checkTypedPhone(phone: string, country: string, path: string, fail: Fail): void {
  if (!phone.trim()) return;
  const checked = checkPhone(phone, country);
  if (!checked.ok) fail(path, checked.reason, checked.values);
}

function failWith(context: {
  addIssue(issue: {
    code: 'custom';
    path: string[];
    message: string;
    params: Record<string, unknown>;
  }): void;
}): Fail {
  return (path, message, params = {}) =>
    context.addIssue({ code: 'custom', path: [path], message, params });
}

/** The typed facts as they are stored: one spelling of e-mail and phone, digits of any script as 0–9. */
function storedFacts<
  F extends TypedFacts & {
    email: string;
    paymentTermsDays: string;
    postcode: string;
    taxId: string;
  },
>({ paymentTermsDays, ...typed }: F) {
  return {
    ...typed,
    email: storedEmail(typed.email),
    phone: storedPhone(typed.phone, typed.country),
    postcode: normaliseDigits(typed.postcode),
    taxId: normaliseDigits(typed.taxId),
    paymentTermsDays: readDays(paymentTermsDays),
  };
}

/** A new client. `id` is made by the form. The contact person is for companies; `note` is private. */
export const newClientInput = z
  .strictObject({
    id: z.uuid(),
    ...facts,
    contactGivenName: line(80).default(''),
    contactFamilyName: line(80).default(''),
    contactJobTitle: line(80).default(''),
    note: paragraphs(4_000).default(''),
    /** Which button was pressed; decides where the person goes next. */
    // biome-ignore lint/suspicious/noThenProperty: a word in a form; only a function would make it a promise
    then: z.enum(['open', 'new', 'stay']).default('open'),
  })
  .superRefine((typed, context) => {
    const fail = failWith(context);
    checkFacts(typed, fail);
    if ((typed.contactFamilyName || typed.contactJobTitle) && !typed.contactGivenName) {
      fail('contactGivenName', 'errors.required');
    }
  })
  .transform(storedFacts);

/** A changed client; `version` is the one the form was made from. */
export const clientInput = z
  .strictObject({ id: z.uuid(), version, ...facts })
  .superRefine((typed, context) => checkFacts(typed, failWith(context)))
  .transform(storedFacts);

const contactFacts = {
  givenName: line(80).pipe(z.string().min(1)),
  familyName: line(80).default(''),
  jobTitle: line(80).default(''),
  email: optionalEmail,
  phone: z.string().max(60).default(''),
  /** Where the client is: a number without a country code is one of this country. */
  country: z.string().refine(isCountry, 'clients.errors.country'),
  getsInvoices: tick,
  getsReceipts: tick,
};

type TypedContact = {
  email: string;
  phone: string;
  country: string;
  getsInvoices: boolean;
  getsReceipts: boolean;
};

function checkContact(typed: TypedContact, fail: Fail): void {
  checkTypedPhone(typed.phone, typed.country, 'phone', fail);
  if ((typed.getsInvoices || typed.getsReceipts) && !typed.email.trim()) {
    fail('email', 'clients.errors.mailWithoutAddress');
  }
}

function storedContact<C extends TypedContact>({ country, ...typed }: C) {
  return {
    ...typed,
    email: typed.email.trim() ? storedEmail(typed.email) : '',
    phone: storedPhone(typed.phone, country),
  };
}

/** A further person at a client. */
export const newContactInput = z
  .strictObject({ id: z.uuid(), partyId: z.uuid(), ...contactFacts })
  .superRefine((typed, context) => checkContact(typed, failWith(context)))
  .transform(storedContact);

export const contactInput = z
  .strictObject({ id: z.uuid(), version, ...contactFacts })
  .superRefine((typed, context) => checkContact(typed, failWith(context)))
  .transform(storedContact);

const noteBody = paragraphs(4_000).pipe(z.string().min(1));

export const newNoteInput = z.strictObject({
  id: z.uuid(),
  partyId: z.uuid(),
  kind: z.enum(['NOTE', 'CALL']).default('NOTE'),
  body: noteBody,
});
export const noteInput = z.strictObject({ id: z.uuid(), version, body: noteBody });

/** One row by its id, as a button sends it. */
export const rowRef = z.strictObject({ id: z.uuid() });

/** The rows ticked in a list. */
export const rowRefs = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });

/** What is known of a client while the form is still being filled in: nothing of it needs to be right yet. */
export const clientHints = z.strictObject({
  /** The client being edited, who is no duplicate of themselves. */
  id: z.uuid(),
  name: z.string().max(800),
  email: z.string().max(400),
  phone: z.string().max(60),
  country: z.string().max(2),
  taxId: z.string().max(240),
});

export type NewClient = z.output<typeof newClientInput>;
export type ClientChange = z.output<typeof clientInput>;
export type NewContact = z.output<typeof newContactInput>;
export type ContactChange = z.output<typeof contactInput>;
export type ClientHints = z.output<typeof clientHints>;

function storedEmail(text: string): string {
  const checked = checkEmail(text);
  return checked.ok ? checked.email : '';
}

function storedPhone(text: string, country: string): string {
  const checked = checkPhone(text, country);
  return checked.ok ? checked.phone : '';
}

/** Null for nothing typed, NaN for what is no number of days. */
function readDays(text: string): number | null {
  const typed = normaliseDigits(text).trim();
  if (!typed) return null;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}
