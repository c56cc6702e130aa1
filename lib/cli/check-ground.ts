import { existsSync } from 'node:fs';
import { connect } from '@/lib/db/migrate';
import { env } from '@/lib/env/env';
import { PlainError } from '@/lib/env/plain-error';
import { storedPath } from '@/lib/files/store';
import { log } from '@/lib/log/log';

/** So many files of which none is there are no accident of one disk block. */
const SAMPLE = 20;

/** Whatever of these is off, PostgreSQL can lose what it has acknowledged, or not notice that its disk has. */
const SAFE = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'];

/**
 * Looks at what this process is about to stand on. Refuses a files folder that is not this database's, because a volume is
 * not mounted or a path has changed; says which settings of the database put acknowledged work at risk,
 * and returns them.
 */
export async function checkGround(databaseUrl: string): Promise<string[]> {
  const client = await connect(databaseUrl);
  try {
    const files = await client.query<{ business: string; hash: string }>(
      `SELECT "businessId" AS business, hash FROM "StoredFile" LIMIT ${SAMPLE}`,
    );
    const known = files.rows;
    if (
      known.length > 0 &&
      !known.some((file) => existsSync(storedPath(file.business, file.hash)))
    ) {
      throw new PlainError(
        `The files of this database are not in ${env().filesDir}: mount their volume, or set PORTICO_FILES to where they are.`,
      );
    }
    const { rows } = await client.query<{ name: string }>(
      `SELECT name FROM pg_settings WHERE name = ANY($1) AND setting = 'off' ORDER BY name`,
      [SAFE],
    );
    const risky = rows.map(({ name }) => name);
    if (risky.length > 0) {
      log.warn('a power cut can cost this database what it has acknowledged', { off: risky });
    }
    return risky;
  } finally {
    await client.end();
  }
}
