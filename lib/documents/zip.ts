import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { ZipArchive } from 'archiver';
import type { AnyContext } from '@/lib/auth/context';
import { fileHeaders } from '@/lib/files/file-headers';
import { tidyFileName, uniqueNames } from '@/lib/files/file-name';
import { fileReader } from '@/lib/files/store';
import { logError } from '@/lib/log/log';
import { awaitPdfHash, pdfDeadline } from './pdf-file';

/** What is needed of each issued document; `pdfHash` is null while its PDF is still being drawn. */
export type ZipDocument = {
  id: string;
  number: string | null;
  pdfHash: string | null;
  party: { displayName: string };
};

/** How many documents one ZIP may hold. */
export const MOST_IN_ZIP = 2_000;

const MOST_WAITING_BYTES = 1_000_000;
const MOST_WAITING_ENTRIES = 4;

/** The file name of each document, such as 'INV-2026-0042 - Kestrel Cycles.pdf': tidy, and never one twice. */
export function zipNames(documents: readonly Pick<ZipDocument, 'number' | 'party'>[]): string[] {
  return uniqueNames(
    documents.map(({ number, party }) => tidyFileName([number, party.displayName], 'pdf')),
  );
}

/**
 * The stored PDFs of issued documents as one ZIP, as it is read from disk: nothing is drawn or kept in memory, however
 * many there are. A PDF that does not come (a stopped worker) is named in the ZIP by a note instead of being left out; that is
 * waited for once in the whole, not for each.
 * `name` is the file name of the ZIP without its ending.
 */
export function zipResponse(
  ctx: AnyContext,
  documents: readonly ZipDocument[],
  name: string,
): Response {
  // PDFs are compressed already.
  const zip = new ZipArchive({ store: true });
  fill(zip, ctx, documents).catch((error: unknown) => {
    if (zip.destroyed) return;
    logError(error, { businessId: ctx.business.id });
    zip.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return new Response(Readable.toWeb(zip) as ReadableStream, {
    headers: fileHeaders({
      contentType: 'application/zip',
      name: tidyFileName([name], 'zip'),
      plain: 'documents.zip',
    }),
  });
}

async function fill(
  zip: ZipArchive,
  ctx: AnyContext,
  documents: readonly ZipDocument[],
): Promise<void> {
  const names = zipNames(documents);
  const read = await fileReader(
    ctx.business.id,
    documents.flatMap(({ pdfHash }) => pdfHash ?? []),
  );
  let waiting = 0;
  let deadline = pdfDeadline();
  zip.on('entry', () => {
    waiting -= 1;
  });
  for (const [index, document] of documents.entries()) {
    // The archive takes whatever it is given; a slow reader would find all of it in memory.
    while (
      !zip.destroyed &&
      (zip.readableLength > MOST_WAITING_BYTES || waiting >= MOST_WAITING_ENTRIES)
    ) {
      await pause(2);
    }
    if (zip.destroyed) return;
    const hash = document.pdfHash ?? (await awaitPdfHash(ctx, document.id, deadline));
    // One that came late shows that a worker is drawing: the next is worth waiting for too.
    if (hash && !document.pdfHash && performance.now() < deadline) deadline = pdfDeadline();
    const bytes = hash ? await read(hash) : null;
    const name = names[index] ?? `${document.id}.pdf`;
    waiting += 1;
    if (bytes) zip.append(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { name });
    else
      zip.append(ctx.t('documents.zip.notReady', { name }), { name: name.replace(/pdf$/, 'txt') });
  }
  await zip.finalize();
}
