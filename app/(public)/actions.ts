'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/actions/account-action';
import { publicAction } from '@/lib/actions/public-action';
import { safePath } from '@/lib/http/redirect-target';
import { acceptInvitation, joinAsNewPerson } from '@/lib/members/accept-invitation';
import { firstSignUp } from '@/lib/members/first-sign-up';
import { findProfile } from '@/lib/members/queries';
import { requestPasswordReset } from '@/lib/members/request-password-reset';
import { requestSignUp } from '@/lib/members/request-sign-up';
import { resetPassword } from '@/lib/members/reset-password';
import {
  acceptInput,
  addressInput,
  firstSignUpInput,
  joinInput,
  localeField,
  resetInput,
  signUpInput,
} from '@/lib/members/schema';
import { signUp as signUpDeed } from '@/lib/members/sign-up';
import { themeOf } from '@/lib/members/theme';
import { rememberReader } from '@/lib/pages/remember-reader';

const HOUR = 3600;

/** The first person of a new instance, and their business. */
export const beginInstance = publicAction({
  name: 'first-run',
  limit: { most: 20, seconds: HOUR },
  input: firstSignUpInput,
  run: async ({ now }, input) => {
    const made = await firstSignUp(input, now);
    await rememberReader({ locale: input.locale });
    return made;
  },
});

/** A mail leads on; the answer is the same for every address. */
export const askToSignUp = publicAction({
  name: 'sign-up-request',
  limit: { most: 20, seconds: HOUR },
  input: addressInput,
  run: async ({ now, locale }, { email }) => {
    await requestSignUp({ email, locale }, now);
    return { href: '/sign-up?sent=1' };
  },
});

/** A person and their first business, by the mailed link. */
export const signUp = publicAction({
  name: 'sign-up',
  limit: { most: 20, seconds: HOUR },
  input: signUpInput,
  run: async ({ now }, input) => {
    const made = await signUpDeed(input, now);
    await rememberReader({ locale: input.locale });
    return made;
  },
});

/** After signing in: this browser reads in the person's own language and theme from now on. */
export const rememberPerson = accountAction({
  input: z.strictObject({}),
  run: async ({ user }) => {
    const { locale, theme } = await findProfile(user.id);
    await rememberReader({ locale, theme: themeOf(theme) });
  },
});

export const askForReset = publicAction({
  name: 'reset-request',
  limit: { most: 20, seconds: HOUR },
  input: addressInput,
  run: async ({ now }, { email }) => {
    await requestPasswordReset(email, now);
    return { href: '/forgotten-password?sent=1' };
  },
});

export const setNewPassword = publicAction({
  name: 'reset-password',
  limit: { most: 30, seconds: HOUR },
  input: resetInput,
  run: async ({ now }, input) => {
    await resetPassword(input, now);
    return { href: '/sign-in?done=password' };
  },
});

export const join = publicAction({
  name: 'join',
  limit: { most: 30, seconds: HOUR },
  input: joinInput,
  run: async ({ now }, input) => joinAsNewPerson(input, now),
});

export const accept = accountAction({
  input: acceptInput,
  run: async ({ user, now }, { token }) => {
    const { slug } = await acceptInvitation(user, token, now);
    return { href: `/b/${slug}/home` };
  },
});

/** The language of a visitor whom we do not know yet. */
export const chooseLanguage = publicAction({
  name: 'language',
  limit: { most: 300, seconds: HOUR },
  input: z.strictObject({ locale: localeField, next: z.string().max(2000) }),
  run: async (_caller, { locale, next }) => {
    await rememberReader({ locale });
    redirect(safePath(next, '/'));
  },
});
