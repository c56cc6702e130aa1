import { bringUpToDate, withDatabase } from '@/lib/cli/database';

/** `npm run migrate`: brings the database up to this version's schema. */
export async function main(): Promise<void> {
  await withDatabase(async (databaseUrl) => {
    const applied = await bringUpToDate(databaseUrl);
    for (const name of applied) console.log(`Applied ${name}.`);
    if (applied.length === 0) console.log('The database is up to date.');
  });
}
