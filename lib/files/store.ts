import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile as readBytes, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { scopedDb } from '@/lib/db/scoped';
import { env } from '@/lib/env/env';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Keeps bytes for a business under their SHA-256 and returns it. The file is on disk, synced, before the row says so;
 * the same bytes twice are one file.
 */
export async function storeFile(
  businessId: string,
  bytes: Uint8Array,
  contentType: string,
  now: Date = new Date(),
): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await write(storedPath(businessId, hash), bytes);
  await scopedDb(businessId).storedFile.upsert({
    where: { businessId_hash: { businessId, hash } },
    create: { businessId, hash, size: bytes.byteLength, contentType, createdAt: now },
    update: {},
  });
  return hash;
}

/** The bytes of a file of this business, or null when it has none by this hash. Throws when the row is there and the bytes are not. */
export async function readFile(
  businessId: string,
  hash: string,
): Promise<{ bytes: Uint8Array; contentType: string } | null> {
  const row = await find(businessId, hash);
  if (!row) return null;
  return { bytes: await readBytes(storedPath(businessId, hash)), contentType: row.contentType };
}

/**
 * Asks once which of many files this business has, and returns the way to read them one by one, as `readFile` does: for
 * archives of hundreds, where a question for each would take longer than reading it.
 */
export async function fileReader(
  businessId: string,
  hashes: readonly string[],
): Promise<(hash: string) => Promise<Uint8Array | null>> {
  const rows = await scopedDb(businessId).storedFile.findMany({
    where: { hash: { in: [...hashes] } },
    select: { hash: true },
  });
  const known = new Set(rows.map(({ hash }) => hash));
  return async (hash) =>
    known.has(hash)
      ? readBytes(storedPath(businessId, hash))
      : ((await readFile(businessId, hash))?.bytes ?? null);
}

/** The same as a stream, for what is large. */
export async function openFile(
  businessId: string,
  hash: string,
): Promise<{ stream: Readable; size: number; contentType: string } | null> {
  const row = await find(businessId, hash);
  if (!row) return null;
  const path = storedPath(businessId, hash);
  const { size } = await stat(path);
  if (size !== row.size)
    throw new Error(`stored file ${hash} has ${size} bytes instead of ${row.size}`);
  return { stream: createReadStream(path), size, contentType: row.contentType };
}

async function find(businessId: string, hash: string) {
  if (!HASH.test(hash)) return null;
  return scopedDb(businessId).storedFile.findUnique({
    where: { businessId_hash: { businessId, hash } },
    select: { size: true, contentType: true },
  });
}

/** Where the bytes of a business's file lie. Throws for what is no id and no hash, so that nothing leads out of the folder. */
export function storedPath(businessId: string, hash: string): string {
  if (!HASH.test(hash) || !/^[0-9a-f-]{36}$/.test(businessId)) throw new Error('not a stored file');
  return join(env().filesDir, businessId, hash.slice(0, 2), hash);
}

/** Written beside and renamed, so that a file is whole or not there; folder and file are synced, so that it survives power loss. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const known = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known?.size === bytes.byteLength) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
