import { peopleDb } from '@/lib/auth/people-db';
import type { Theme } from '@/lib/db/generated/enums';

/** Changes how a person's pages look. An open profile form notices by its version. */
export async function chooseOwnTheme(userId: string, theme: Theme): Promise<void> {
  await peopleDb().user.updateMany({
    where: { id: userId, NOT: { theme } },
    data: { theme, version: { increment: 1 } },
  });
}
