import { createHash } from 'node:crypto';
import { type ScopedDb, scopedDb } from '@/lib/db/scoped';
import { totalsInputOf } from '@/lib/documents/document-input';
import { sealOf } from '@/lib/documents/seal';
import { storedSnapshot } from '@/lib/documents/snapshot';
import { computeTotals } from '@/lib/documents/totals';
import { readFile } from '@/lib/files/store';

const BATCH = 500;

/**
 * Walks the issued documents of a business series by series, in the order they were issued, a batch at a time:
 * totals recomputed from the stored lines, the snapshot's own figures, the seal and its link to the one before,
 * and the PDF's bytes against their hash.
 */
export async function* checkDocuments(
  businessId: string,
): AsyncGenerator<{ rule: string; what: string }> {
  const db = scopedDb(businessId);
  const series = await db.numberSeries.findMany({ select: { id: true } });
  for (const { id: seriesId } of series) {
    let previousHash = '';
    for await (const document of issuedInOrder(db, seriesId)) {
      const name = document.number ?? document.id;
      const totals = computeTotals(totalsInputOf(document));
      const snapshot = storedSnapshot(document);
      if (
        totals.total !== document.totalAmount ||
        totals.netTotal !== document.netAmount ||
        totals.taxTotal !== document.taxAmount
      ) {
        yield { rule: 'totals follow from the lines', what: name };
      }
      if (snapshot.total !== String(document.totalAmount) || snapshot.number !== document.number) {
        yield { rule: 'the snapshot says what the document says', what: name };
      }
      if (document.previousHash !== previousHash) {
        yield { rule: 'each seal holds the one before it', what: name };
      }
      if (document.hash !== sealOf(document.snapshot, document.previousHash ?? '')) {
        yield { rule: 'the seal fits the snapshot', what: name };
      }
      if (document.pdfHash && !(await isWhole(businessId, document.pdfHash))) {
        yield { rule: 'the PDF is there, as it was stored', what: name };
      }
      previousHash = document.hash ?? '';
    }
  }
}

async function* issuedInOrder(db: ScopedDb, seriesId: string) {
  let after: Date | null = null;
  for (;;) {
    const batch = await readBatch(db, seriesId, after);
    yield* batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.issuedAt ?? null;
  }
}

function readBatch(db: ScopedDb, seriesId: string, after: Date | null) {
  return db.document.findMany({
    where: { seriesId, issuedAt: after ? { gt: after } : { not: null } },
    orderBy: { issuedAt: 'asc' },
    take: BATCH,
    include: { lines: { orderBy: { position: 'asc' } } },
  });
}

async function isWhole(businessId: string, hash: string): Promise<boolean> {
  const file = await readFile(businessId, hash).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return file !== null && createHash('sha256').update(file.bytes).digest('hex') === hash;
}
