import { addressChoices } from '@/components/places/address-choices';
import { currencyOptions, languageOptions } from '@/lib/businesses/start-choices';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';

export type ClientFormWords = ReturnType<typeof clientFormWords>;
export type ClientFormChoices = ReturnType<typeof clientFormChoices>;

/** Every word of a client's form, finished for the browser. */
export function clientFormWords(t: T, usual: string) {
  return {
    who: t('clients.form.who'),
    whoNote: t('clients.form.whoNote'),
    kind: t('clients.form.kind'),
    company: t('clients.form.company'),
    person: t('clients.form.person'),
    companyName: t('clients.form.companyName'),
    givenName: t('clients.form.givenName'),
    familyName: t('clients.form.familyName'),
    email: t('clients.form.email'),
    emailHelp: t('clients.form.emailHelp'),
    phone: t('clients.form.phone'),
    contact: t('clients.form.contact'),
    contactNote: t('clients.form.contactNote'),
    jobTitle: t('clients.form.jobTitle'),
    jobTitleHelp: t('clients.form.jobTitleHelp'),
    tax: t('clients.form.tax'),
    taxNote: t('clients.form.taxNote'),
    keepTaxId: t('clients.form.keepTaxId'),
    terms: t('clients.form.terms'),
    termsNote: t('clients.form.termsNote'),
    paymentTerms: t('clients.form.paymentTerms'),
    paymentTermsHelp: t('clients.form.paymentTermsHelp', { usual }),
    currency: t('clients.form.currency'),
    language: t('clients.form.language'),
    languageHelp: t('clients.form.languageHelp'),
    note: t('clients.form.note'),
    noteNote: t('clients.form.noteNote'),
    noteLabel: t('clients.form.noteLabel'),
    save: t('clients.form.save'),
    saveAndNew: t('clients.form.saveAndNew'),
    cancel: t('common.form.cancel'),
    needed: t('common.form.needed'),
    duplicate: {
      title: t('clients.duplicates.title'),
      open: t('clients.duplicates.open'),
      differ: t('clients.duplicates.differ'),
    },
  };
}

/** What a client's form lets one choose from. */
export function clientFormChoices(t: T, locale: Locale) {
  return {
    ...addressChoices(t, locale),
    currencies: currencyOptions(locale),
    languages: languageOptions(),
  };
}
