import { setTimeout as pause } from 'node:timers/promises';
import { Missing } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import { storeFile } from '@/lib/files/store';
import { enqueue } from '@/lib/jobs/enqueue';
import { PdfFailed, renderPdf } from '@/lib/pdf/pool';
import { draftSnapshot } from './draft-paper';
import { paperLogo } from './paper-parties';
import type { DocumentSnapshot } from './snapshot';
import { paperOf, storedSnapshot } from './snapshot';

/**
 * Draws the PDF of an issued document and stores its hash, once; asked again it does nothing. A failure is written on the
 * document, for home to show until it is drawn, and thrown on.
 */
export async function storeDocumentPdf(
  ctx: Pick<AnyContext, 'db' | 'business' | 'now' | 'key'>,
  documentId: string,
): Promise<void> {
  const document = await ctx.db.document.findUniqueOrThrow({
    where: ctx.key(documentId),
    select: { id: true, pdfHash: true, snapshot: true },
  });
  if (document.pdfHash) return;
  const undrawn = { id: documentId, pdfHash: null };
  try {
    const bytes = await draw(ctx, storedSnapshot(document));
    const hash = await storeFile(ctx.business.id, bytes, 'application/pdf', ctx.now());
    const data = { pdfHash: hash, pdfFailedAt: null };
    await ctx.db.document.updateMany({ where: undrawn, data });
  } catch (error) {
    // A pool that is closing says nothing about the paper: the next worker draws it.
    if (!(error instanceof PdfFailed && error.why === 'closed')) {
      await ctx.db.document.updateMany({ where: undrawn, data: { pdfFailedAt: ctx.now() } });
    }
    throw error;
  }
}

/** The PDF of a draft as it would look now, marked as a draft; not stored. */
export async function draftPdf(ctx: AnyContext, documentId: string): Promise<Uint8Array> {
  return draw(ctx, await draftSnapshot(ctx, documentId), 'DRAFT');
}

const WAIT_MS = 15_000;
const LOOK_EVERY_MS = 150;

/** Until when to wait for a PDF that is not there yet, by `performance.now()`. */
export function pdfDeadline(): number {
  return performance.now() + WAIT_MS;
}

/**
 * The hash of an issued document's PDF. Right after issuing the worker may still be drawing: this waits for it until the
 * deadline, asks once more for it, and answers null if it does not come (a stopped worker). After the deadline it only looks.
 */
export async function awaitPdfHash(
  ctx: AnyContext,
  documentId: string,
  deadline = pdfDeadline(),
): Promise<string | null> {
  for (let asked = false; ; asked = true) {
    const document = await ctx.db.document.findFirst({
      where: { id: documentId, issuedAt: { not: null } },
      select: { pdfHash: true },
    });
    if (!document) throw new Missing();
    if (document.pdfHash) return document.pdfHash;
    if (performance.now() >= deadline) return null;
    if (!asked) {
      await ctx.transact((tx) =>
        enqueue(tx, 'render-document-pdf', { businessId: ctx.business.id, documentId }),
      );
    }
    await pause(LOOK_EVERY_MS);
  }
}

async function draw(
  ctx: Pick<AnyContext, 'business'>,
  snapshot: DocumentSnapshot,
  stamp: 'DRAFT' | null = null,
): Promise<Uint8Array> {
  const logoPng = await paperLogo(ctx.business.id, snapshot.logoHash);
  return renderPdf('document', paperOf(snapshot, { logoPng, stamp }));
}
