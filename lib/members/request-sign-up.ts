import { Missing } from '@/lib/actions/refused';
import { peopleDb, peopleTransact } from '@/lib/auth/people-db';
import { withinLimit } from '@/lib/auth/rate-limit';
import { newId } from '@/lib/db/new-id';
import { env } from '@/lib/env/env';
import type { Locale } from '@/lib/i18n/locale';

const SIGN_UP_HOURS = 24;

/**
 * Somebody wants to sign up: a mail leads on. Whether the address has an account is only looked up when that mail is
 * written, so that nothing here can tell; at most three mails an hour to one address. Missing
 * where the instance takes no strangers, and before its first run.
 */
export async function requestSignUp(
  input: { email: string; locale: Locale },
  now: Date,
): Promise<void> {
  if (!env().signUp || !(await peopleDb().user.findFirst({ select: { id: true } }))) {
    throw new Missing();
  }
  const allowed = await withinLimit('sign-up-mail', input.email, { most: 3, seconds: 3600 }, now);
  if (!allowed) return;
  const id = newId(now.getTime());
  const expiresAt = new Date(now.getTime() + SIGN_UP_HOURS * 3_600_000);
  await peopleTransact(async (tx) => {
    await tx.signUpRequest.create({ data: { id, ...input, createdAt: now, expiresAt } });
    await tx.enqueue('send-account-mail', { kind: 'sign-up', id });
  });
}
