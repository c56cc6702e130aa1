'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { accountAction } from '@/lib/actions/account-action';
import { cookieOptions, staffCookie } from '@/lib/auth/cookies';
import { endStaffSessions } from '@/lib/auth/staff-session';
import { createAnotherBusiness } from '@/lib/businesses/create-business';
import { newBusinessFields } from '@/lib/businesses/schema';
import { safePath } from '@/lib/http/redirect-target';
import { changePassword as changePasswordDeed } from '@/lib/members/change-password';
import { chooseOwnLanguage } from '@/lib/members/choose-own-language';
import { chooseOwnTheme } from '@/lib/members/choose-own-theme';
import {
  localeField,
  passwordChangeInput,
  profileInput,
  sessionInput,
  themeField,
} from '@/lib/members/schema';
import { themeOf } from '@/lib/members/theme';
import { updateProfile } from '@/lib/members/update-profile';
import { rememberReader } from '@/lib/pages/remember-reader';

export const saveProfile = accountAction({
  input: profileInput,
  run: async ({ user }, input) => {
    await updateProfile(user.id, input);
    await rememberReader({ locale: input.locale, theme: themeOf(input.theme) });
  },
});

export const changePassword = accountAction({
  input: passwordChangeInput,
  run: async ({ user, sessionId, now }, input) => {
    await changePasswordDeed({ userId: user.id, sessionId }, input, now);
  },
});

/** Ends one sign-in of the person's own, by its id; another person's id ends nothing. */
export const endSession = accountAction({
  input: sessionInput,
  run: async ({ user, now }, { id }) => {
    await endStaffSessions(user.id, { id }, now);
  },
});

/** Signs out here, and goes on where a form says. */
export const signOut = accountAction({
  input: z.strictObject({ next: z.string().max(2000).optional() }).optional(),
  run: async ({ user, sessionId, now }, input) => {
    await endStaffSessions(user.id, { id: sessionId }, now);
    (await cookies()).set(staffCookie(), '', cookieOptions(0));
    return { href: safePath(input?.next, '/sign-in?done=out') };
  },
});

/** Signs out everywhere, here too. */
export const signOutEverywhere = accountAction({
  input: z.strictObject({}),
  run: async ({ user, now }) => {
    await endStaffSessions(user.id, { except: null }, now);
    (await cookies()).set(staffCookie(), '', cookieOptions(0));
    return { href: '/sign-in?done=out' };
  },
});

/** A further business, owned by the person. */
export const createBusiness = accountAction({
  input: newBusinessFields,
  run: async ({ user, now }, input) => {
    const { slug } = await createAnotherBusiness(user, input, now);
    return { href: `/b/${slug}/home` };
  },
});

/** The person's own language, from the menu of any staff page. */
export const chooseLanguage = accountAction({
  input: z.strictObject({ locale: localeField }),
  run: async ({ user }, { locale }) => {
    await chooseOwnLanguage(user.id, locale);
    await rememberReader({ locale });
  },
});

/** How the person's pages look, from the same menu. */
export const chooseTheme = accountAction({
  input: z.strictObject({ theme: themeField }),
  run: async ({ user }, { theme }) => {
    await chooseOwnTheme(user.id, theme);
    await rememberReader({ theme: themeOf(theme) });
  },
});
