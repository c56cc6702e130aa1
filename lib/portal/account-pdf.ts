import { withinLimit } from '@/lib/auth/rate-limit';
import { pdfHeaders } from '@/lib/documents/pdf-response';
import { tidyFileName } from '@/lib/files/file-name';
import { translator } from '@/lib/i18n/translate';
import { renderPdf } from '@/lib/pdf/pool';
import type { ClientView } from './client-view';
import { choosePeriod } from './period';
import { receiptPaper } from './receipt-paper';
import { statementPaper } from './statement-paper';

/** Drawing takes a whole core for a moment; nobody needs more of these than this. */
const DRAWINGS = { most: 60, seconds: 600 };

/**
 * The statement that the query asks for (`from`, `to`, `period`, `currency`, as the portal's page), drawn now and not kept.
 * `whose` is the name that tells the file apart where it is saved; `download` saves it instead of showing it.
 */
export async function statementPdf(
  view: ClientView,
  request: Request,
  { whose, download }: { whose: string; download: boolean },
): Promise<Response> {
  if (!(await mayDraw(view))) return tooMany();
  const query = new URL(request.url).searchParams;
  const { from, to } = choosePeriod(Object.fromEntries(query), view.today());
  const paper = await statementPaper(view, { from, to, currency: query.get('currency') });
  const title = translator(view.locale)('portal.statement.title');
  const name = tidyFileName([title, `${from} ${to}`, whose], 'pdf');
  return pdf(await renderPdf('statement', paper), name, download);
}

/** The receipt of one of the client's payments, drawn now and not kept. Missing for anybody else's. */
export async function receiptPdf(
  view: ClientView,
  paymentId: string,
  { whose, download }: { whose: string; download: boolean },
): Promise<Response> {
  const paper = await receiptPaper(view, paymentId);
  if (!(await mayDraw(view))) return tooMany();
  const title = translator(view.locale)('portal.receipt.title');
  const name = tidyFileName([`${title} ${paper.number}`, paper.receivedOn, whose], 'pdf');
  return pdf(await renderPdf('receipt', paper), name, download);
}

function mayDraw({ business, party, now }: ClientView): Promise<boolean> {
  return withinLimit('account-pdf', `${business.id} ${party.id}`, DRAWINGS, now());
}

function tooMany(): Response {
  return Response.json(
    { error: 'tooMany' },
    { status: 429, headers: { 'cache-control': 'no-store', 'retry-after': '60' } },
  );
}

function pdf(bytes: Uint8Array, name: string, download: boolean): Response {
  return new Response(Buffer.from(bytes), {
    headers: { ...pdfHeaders(name, download), 'content-length': String(bytes.length) },
  });
}
