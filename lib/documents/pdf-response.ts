import { Readable } from 'node:stream';
import type { AnyContext } from '@/lib/auth/context';
import { fileHeaders } from '@/lib/files/file-headers';
import { tidyFileName } from '@/lib/files/file-name';
import { openFile } from '@/lib/files/store';
import { direction, htmlLang } from '@/lib/i18n/locale';
import { awaitPdfHash } from './pdf-file';

/**
 * The stored PDF of an issued document, shown in the window or as a download. Right after issuing it may still be drawn:
 * then this waits, and if it does not come, answers 503 with a small page that says so and tries again by itself.
 */
export async function storedPdfResponse(
  ctx: AnyContext,
  document: { id: string; number: string | null; clientName: string },
  download: boolean,
): Promise<Response> {
  const hash = await awaitPdfHash(ctx, document.id);
  const file = hash ? await openFile(ctx.business.id, hash) : null;
  if (!file) return notReady(ctx);
  const body = Readable.toWeb(file.stream) as ReadableStream;
  const name = tidyFileName([document.number, document.clientName], 'pdf');
  return new Response(body, {
    headers: { ...pdfHeaders(name, download), 'content-length': String(file.size) },
  });
}

/** The headers of a PDF with this file name. */
export function pdfHeaders(name: string, download: boolean): Record<string, string> {
  const contentType = 'application/pdf';
  return fileHeaders({ contentType, name, plain: 'document.pdf', inline: !download });
}

function notReady({ t, locale }: AnyContext): Response {
  const html = `<!doctype html><html lang="${htmlLang(locale)}" dir="${direction(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5"><title>${t('documents.pdf.notReadyTitle')}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem;color:#1d1b18}h1{font-size:1.25rem}</style>
</head><body><h1>${t('documents.pdf.notReadyTitle')}</h1><p>${t('documents.pdf.notReady')}</p></body></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'retry-after': '5',
      'cache-control': 'no-store',
    },
  });
}
