import { checkBooks } from '@/lib/books/check-books';
import { withDatabase } from '@/lib/cli/database';
import { closeDb } from '@/lib/db/client';
import { requireMigrated } from '@/lib/db/migrate';

/** `npm run books`: recomputes everything from the ground and says what does not add up; exit code 1 if anything. */
export async function main(): Promise<void> {
  await withDatabase(async (databaseUrl) => {
    await requireMigrated(databaseUrl);
    const findings = await checkBooks();
    await closeDb();
    for (const { business, rule, what } of findings) console.log(`${business}: ${rule}: ${what}`);
    console.log(
      findings.length === 0 ? 'The books add up.' : `${findings.length} findings in the books.`,
    );
    if (findings.length > 0) process.exitCode = 1;
  });
}
