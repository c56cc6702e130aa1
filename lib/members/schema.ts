import { z } from 'zod';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/auth/password';
import { newBusinessFields } from '@/lib/businesses/schema';
import { Role, Theme } from '@/lib/db/generated/enums';
import { email, requiredLine, version } from '@/lib/forms/fields';
import { LOCALES } from '@/lib/i18n/locale';

export const personName = requiredLine(120);

/** A new password. Length is what counts (NIST SP 800-63B, 3.1.1.2); only the plainly worthless is refused beside it. */
export const newPassword = z.string().superRefine((text, ctx) => {
  if (text.length === 0) ctx.addIssue({ code: 'custom', message: 'errors.required' });
  else if ([...text].length < PASSWORD_MIN) {
    ctx.addIssue({
      code: 'custom',
      message: 'auth.password.tooShort',
      params: { least: PASSWORD_MIN, given: [...text].length },
    });
  } else if (text.length > PASSWORD_MAX) {
    ctx.addIssue({
      code: 'custom',
      message: 'auth.password.tooLong',
      params: { most: PASSWORD_MAX },
    });
  } else if (new Set(text).size < 4 || COMMON.test(text)) {
    ctx.addIssue({ code: 'custom', message: 'auth.password.tooCommon' });
  }
});

/** Runs along the keyboard and the words everyone tries first. */
const COMMON =
  /^(0?1234567890?|password|passwort|qwertyuiop|iloveyou|letmein|welcome|admin)[\d!._-]*$/i;

export const localeField = z.enum(LOCALES);

export const themeField = z.enum(Theme);

export const profileInput = z.strictObject({
  name: personName,
  locale: localeField,
  theme: themeField,
  version,
});

export const passwordChangeInput = z.strictObject({
  currentPassword: z.string().min(1).max(PASSWORD_MAX),
  newPassword,
});

const newPerson = { personName, newPassword };

export const firstSignUpInput = newBusinessFields.extend({ ...newPerson, email });

export const signUpInput = newBusinessFields.extend({ ...newPerson, token: z.string().max(100) });

export const sessionInput = z.strictObject({ id: z.uuid() });

export const addressInput = z.strictObject({ email });

export const resetInput = z.strictObject({ token: z.string().max(100), newPassword });

export const invitationInput = z.strictObject({
  id: z.uuid(),
  email,
  role: z.enum(Role),
  locale: localeField,
});

export const invitationRef = z.strictObject({ id: z.uuid() });

export const joinInput = z.strictObject({
  token: z.string().max(100),
  name: personName,
  newPassword,
});

export const acceptInput = z.strictObject({ token: z.string().max(100) });

export const roleInput = z.strictObject({
  userId: z.uuid(),
  role: z.enum(Role),
  version,
});

export const memberRef = z.strictObject({ userId: z.uuid() });
