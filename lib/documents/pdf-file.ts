import { setTimeout as pause } from 'node:timers/promises';
import { Missing } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import { readFile, storeFile } from '@/lib/files/store';
import { enqueue } from '@/lib/jobs/enqueue';
import { renderPdf } from '@/lib/pdf/pool';
import { draftSnapshot } from './draft-paper';
import type { DocumentSnapshot } from './snapshot';
import { paperOf, storedSnapshot } from './snapshot';

/** Draws the PDF of an issued document and stores its hash, once; asked again it does nothing. */
export async function storeDocumentPdf(
  ctx: Pick<AnyContext, 'db' | 'business' | 'now' | 'key'>,
  documentId: string,
): Promise<void> {
  const document = await ctx.db.document.findUniqueOrThrow({
    where: ctx.key(documentId),
    select: { id: true, pdfHash: true, snapshot: true },
  });
  if (document.pdfHash) return;
  const bytes = await draw(ctx, storedSnapshot(document));
  const hash = await storeFile(ctx.business.id, bytes, 'application/pdf', ctx.now());
  await ctx.db.document.updateMany({
    where: { id: documentId, pdfHash: null },
    data: { pdfHash: hash },
  });
}

/** The PDF of a draft as it would look now, marked as a draft; not stored. */
export async function draftPdf(ctx: AnyContext, documentId: string): Promise<Uint8Array> {
  return draw(ctx, await draftSnapshot(ctx, documentId), 'DRAFT');
}

const WAIT_MS = 15_000;
const LOOK_EVERY_MS = 150;

/**
 * The hash of an issued document's PDF. Right after issuing the worker may still be drawing: this waits for it,
 * asks once more for it, and answers null if it does not come (a stopped worker).
 */
export async function awaitPdfHash(ctx: AnyContext, documentId: string): Promise<string | null> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const document = await ctx.db.document.findFirst({
      where: { id: documentId, issuedAt: { not: null } },
      select: { pdfHash: true },
    });
    if (!document) throw new Missing();
    if (document.pdfHash) return document.pdfHash;
    if (waited === 0) {
      await ctx.transact((tx) =>
        enqueue(tx, 'render-document-pdf', { businessId: ctx.business.id, documentId }),
      );
    }
    if (waited >= WAIT_MS) return null;
    await pause(LOOK_EVERY_MS);
  }
}

async function draw(
  ctx: Pick<AnyContext, 'business'>,
  snapshot: DocumentSnapshot,
  stamp: 'DRAFT' | null = null,
): Promise<Uint8Array> {
  const logo = snapshot.logoHash ? await readFile(ctx.business.id, snapshot.logoHash) : null;
  const logoPng = logo ? Buffer.from(logo.bytes).toString('base64') : null;
  return renderPdf('document', paperOf(snapshot, { logoPng, stamp }));
}
