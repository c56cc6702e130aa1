import { z } from 'zod';
import { PaperSize } from '@/lib/db/generated/enums';
import {
  line,
  optionalEmail,
  paragraphs,
  requiredLine,
  tick,
  version,
  wholeNumber,
} from '@/lib/forms/fields';
import { LOCALES } from '@/lib/i18n/locale';
import { isCurrency } from '@/lib/money/currencies';
import { isCountry } from '@/lib/places/countries';
import { checkPhone } from '@/lib/places/phone';
import { isTimeZone } from '@/lib/time/time-zone';
import { readHexColour } from './brand';
import { CLIENT_FIELDS, type ClientField } from './client-fields';

const country = z.string().refine(isCountry, 'settings.errors.country');
const currency = z.string().refine(isCurrency, 'settings.errors.currency');
const timeZone = z.string().max(60).refine(isTimeZone, 'settings.errors.timeZone');

/** What a new business needs to begin; everything else follows from the country or waits in the set-up list. */
export const newBusinessFields = z.strictObject({
  businessName: requiredLine(120),
  country,
  locale: z.enum(LOCALES),
  currency,
  timeZone,
});

const website = z
  .string()
  .max(300)
  .transform((text, ctx) => {
    const typed = text.trim();
    if (typed === '') return '';
    const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || url.username) {
      ctx.addIssue({ code: 'custom', message: 'settings.errors.website' });
      return z.NEVER;
    }
    return url.href.replace(/\/$/, '');
  });

/** The business itself: names, address, ids, contact, language and money. */
export const businessInput = z
  .strictObject({
    version,
    name: requiredLine(120),
    legalName: line(160),
    country,
    street: line(200),
    street2: line(200).default(''),
    city: line(120).default(''),
    region: line(120).default(''),
    postcode: line(40).default(''),
    taxId: line(60),
    keepTaxId: tick,
    registrationId: line(60),
    email: optionalEmail,
    phone: z.string().max(60),
    website,
    locale: z.enum(LOCALES),
    currency,
    timeZone,
  })
  .transform(({ phone, ...input }, ctx) => {
    if (phone.trim() === '') return { ...input, phone: '' };
    const checked = checkPhone(phone, input.country);
    if (checked.ok) return { ...input, phone: checked.phone };
    ctx.addIssue({
      code: 'custom',
      path: ['phone'],
      message: checked.reason,
      params: checked.values ?? {},
    });
    return z.NEVER;
  });

export const brandingInput = z.strictObject({
  version,
  brandColor: z.string().transform((text, ctx) => {
    const colour = readHexColour(text.startsWith('#') ? text : `#${text}`);
    if (colour) return colour;
    ctx.addIssue({ code: 'custom', message: 'settings.branding.errors.colour' });
    return z.NEVER;
  }),
  paperSize: z.enum(PaperSize),
});

const joined = (text: string) => text.replace(/[\s-]+/g, '').toUpperCase();

export const bankInput = z.strictObject({
  version,
  bankAccountName: line(120),
  bankName: line(120),
  bankIban: z
    .string()
    .max(80)
    .transform(joined)
    .refine((iban) => iban === '' || isIban(iban), 'settings.bank.errors.iban'),
  bankBic: z
    .string()
    .max(40)
    .transform(joined)
    // ISO 9362: bank, country, place, and perhaps a branch.
    .refine((bic) => bic === '' || /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic), {
      message: 'settings.bank.errors.bic',
    }),
  bankAccountNumber: line(60),
  bankRoutingCode: line(60),
});

/** ISO 13616: two letters, two check digits, up to 30 further; the whole is 1 modulo 97. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const turned = iban.slice(4) + iban.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

export const documentDefaultsInput = z.strictObject({
  version,
  paymentTermsDays: wholeNumber(0, 365, 'settings.documents.errors.days'),
  pricesIncludeTax: z.enum(['net', 'gross']).transform((value) => value === 'gross'),
  invoiceNotes: paragraphs(2000),
  invoiceTerms: paragraphs(4000),
  linkDays: wholeNumber(1, 730, 'settings.documents.errors.days'),
  receiptMail: tick,
});

const ticks = Object.fromEntries(CLIENT_FIELDS.map((field) => [field, tick])) as Record<
  ClientField,
  typeof tick
>;

/** What is asked of each new client: a tick box for each field. */
export const clientFieldsInput = z
  .strictObject({ version, ...ticks })
  .transform(({ version, ...ticked }) => ({
    version,
    requiredClientFields: CLIENT_FIELDS.filter((field) => ticked[field]),
  }));
