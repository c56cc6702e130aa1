import { headers } from 'next/headers';
import type {
  NewBusinessChoices,
  NewBusinessWords,
} from '@/components/businesses/new-business-fields';
import type { SignUpWords } from '@/components/businesses/sign-up-form';
import { PASSWORD_MIN } from '@/lib/auth/password';
import {
  countryOptions,
  countryStarts,
  currencyOptions,
  languageOptions,
  likelyCountry,
  timeZoneOptions,
} from '@/lib/businesses/start-choices';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';

export function newBusinessWords(t: T): NewBusinessWords {
  return {
    business: t('welcome.business'),
    note: t('welcome.businessNote'),
    name: t('welcome.businessName'),
    nameHelp: t('welcome.businessNameHelp'),
    country: t('welcome.country'),
    chooseCountry: t('welcome.chooseCountry'),
    language: t('welcome.language'),
    languageHelp: t('welcome.languageHelp'),
    currency: t('welcome.currency'),
    timeZone: t('welcome.timeZone'),
  };
}

export function signUpWords(t: T): SignUpWords {
  return {
    ...newBusinessWords(t),
    you: t('welcome.you'),
    youNote: t('welcome.youNote'),
    yourName: t('welcome.yourName'),
    email: t('auth.signIn.email'),
    password: t('auth.signIn.password'),
    passwordHelp: t('auth.password.help', { least: PASSWORD_MIN }),
    button: t('welcome.button'),
  };
}

export async function newBusinessChoices(locale: Locale): Promise<NewBusinessChoices> {
  return {
    countries: countryOptions(locale),
    languages: languageOptions(),
    currencies: currencyOptions(locale),
    timeZones: timeZoneOptions(),
    starts: countryStarts(locale),
    country: likelyCountry((await headers()).get('accept-language') ?? ''),
    locale,
  };
}
