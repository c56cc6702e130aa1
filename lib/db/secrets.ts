import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '@/lib/env/plain-error';

/** What a data folder generates for itself once: text of 32 random bytes each. */
export type DataSecrets = { secret: string; databasePassword: string };

/**
 * Makes the data folder if there is none. Others can pass through it but not list it, because
 * PostgreSQL may run as another user.
 */
export function makeDataFolder(dataDir: string): void {
  refusing(dataDir, () => {
    if (existsSync(join(dataDir, 'secrets.json'))) return;
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o711);
  });
}

/**
 * The data folder's secrets, generated at the first call and kept in `secrets.json` (mode 0600).
 * Only the holder of the folder's lock may make that first call.
 */
export function dataSecrets(dataDir: string): DataSecrets {
  const file = join(dataDir, 'secrets.json');
  return refusing(dataDir, () => {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DataSecrets;
    const made: DataSecrets = {
      secret: randomBytes(32).toString('base64url'),
      databasePassword: randomBytes(32).toString('base64url'),
    };
    writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return made;
  });
}

function refusing<T>(dataDir: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new PlainError(
      `The data folder ${dataDir} cannot be used: ${(cause as Error).message}.`,
      {
        cause,
      },
    );
  }
}
