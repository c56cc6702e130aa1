import { z } from 'zod';
import { normaliseDigits } from '@/lib/i18n/digits';
import { checkEmail } from '@/lib/mail/email-address';

// Marks that hide or turn text, and control characters: copied along by accident or put there to deceive.
const HIDDEN = /[\p{Cc}\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** One line of text, tidied: composed letters, no control or direction marks, single spaces. Empty unless `required`. */
export function line(most: number) {
  return z
    .string()
    .max(most * 4)
    .transform((text) => text.normalize('NFC').replace(HIDDEN, ' ').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most));
}

export function requiredLine(most: number) {
  return line(most).pipe(z.string().min(1));
}

/** Several lines of text; line breaks are kept, at most two in a row. */
export function paragraphs(most: number) {
  return z
    .string()
    .max(most * 4)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .split('\n')
        .map((one) => one.replace(HIDDEN, ' ').trimEnd())
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    )
    .pipe(z.string().max(most));
}

/** One mailbox in the one spelling we store; anything a mail program could read as another is refused. */
export const email = z.string().max(400).transform(mailbox);

/** The same, or nothing. */
export const optionalEmail = z
  .string()
  .max(400)
  .transform((text, ctx) => (text.trim() === '' ? '' : mailbox(text, ctx)));

function mailbox(text: string, ctx: z.RefinementCtx): string {
  const checked = checkEmail(text);
  if (checked.ok) return checked.email;
  ctx.addIssue({ code: 'custom', message: checked.reason });
  return z.NEVER;
}

/** A whole number typed in any of our scripts' digits. */
export function wholeNumber(least: number, most: number, message: string) {
  return z
    .string()
    .max(20)
    .transform((text, ctx) => {
      const typed = normaliseDigits(text).trim();
      const number = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
      if (!(number >= least && number <= most)) {
        ctx.addIssue({ code: 'custom', message, params: { least, most } });
        return z.NEVER;
      }
      return number;
    });
}

/** A tick box: forms send 'on' or nothing. */
export const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** The version of the row the form was made from. */
export const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
