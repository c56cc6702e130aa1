import { z } from 'zod';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/auth/password';
import { newBusinessFields } from '@/lib/businesses/schema';
import { Role, Theme } from '@/lib/db/generated/enums';
import { requiredLine } from '@/lib/forms/fields';
import { LOCALES } from '@/lib/i18n/locale';
import { checkEmail } from '@/lib/mail/email-address';

/** One mailbox in the one spelling we store; anything a mail program could read as another is refused. */
export const emailField = z
  .string()
  .max(400)
  .transform((text, ctx) => {
    const checked = checkEmail(text);
    if (checked.ok) return checked.email;
    ctx.addIssue({ code: 'custom', message: checked.reason });
    return z.NEVER;
  });

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
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

export const passwordChangeInput = z.strictObject({
  currentPassword: z.string().min(1).max(PASSWORD_MAX),
  newPassword,
});

const newPerson = { personName, newPassword };

export const firstSignUpInput = newBusinessFields.extend({ ...newPerson, email: emailField });

export const signUpInput = newBusinessFields.extend({ ...newPerson, token: z.string().max(100) });

export const sessionInput = z.strictObject({ id: z.uuid() });

export const addressInput = z.strictObject({ email: emailField });

export const resetInput = z.strictObject({ token: z.string().max(100), newPassword });

export const invitationInput = z.strictObject({
  id: z.uuid(),
  email: emailField,
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
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

export const memberRef = z.strictObject({ userId: z.uuid() });
