import { fileHeaders } from './file-headers';

/** A cell of text as people typed it, or of our own figures ('1250.00'), which stay numbers in a spreadsheet. */
export type CsvCell = string | { number: string };

/** What tells spreadsheets that the text is UTF-8; stands once, before the first line. */
export const CSV_START = '\ufeff';

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One line by RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises
 * ("CSV injection"); the price is an apostrophe before the plus of a phone number.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell.number;
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A download written line by line while it is read: the lines are never all in memory. */
export function csvResponse(lines: AsyncIterable<string>, fileName: string): Response {
  const encoder = new TextEncoder();
  const source = lines[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await source.return?.();
    },
  });
  return new Response(body, {
    headers: fileHeaders({
      contentType: 'text/csv; charset=utf-8',
      name: fileName,
      plain: 'export.csv',
    }),
  });
}
