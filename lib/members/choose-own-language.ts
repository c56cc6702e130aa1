import { peopleDb } from '@/lib/auth/people-db';
import type { Locale } from '@/lib/i18n/locale';

/** Changes the language a person reads in. An open profile form notices by its version. */
export async function chooseOwnLanguage(userId: string, locale: Locale): Promise<void> {
  await peopleDb().user.updateMany({
    where: { id: userId, NOT: { locale } },
    data: { locale, version: { increment: 1 } },
  });
}
