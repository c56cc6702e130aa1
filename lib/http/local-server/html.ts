import { fontStylesheets } from '@/lib/http/local-server/fonts';

/** Markup that is already safe to put on a page of the demo's own local servers. */
export interface Html {
  readonly markup: string;
}
type Piece = Html | string | number | null | undefined | false | readonly Html[];

/** Template for markup: every value is escaped unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: Piece[]): Html {
  let markup = parts[0] ?? '';
  values.forEach((value, index) => {
    markup += write(value) + (parts[index + 1] ?? '');
  });
  return { markup };
}

/** A whole document with its own inline style; `refresh` reloads it every so many seconds. */
export function documentOf(page: {
  title: string;
  language: string;
  rtl?: boolean;
  refresh?: number;
  style: string;
  body: Html;
}): string {
  return `<!doctype html>${
    html`<html lang="${page.language}" dir="${page.rtl ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">${page.refresh && html`<meta http-equiv="refresh" content="${page.refresh}">`}<link rel="icon" href="data:,"><title>${page.title}</title>${fontStylesheets.map((href) => html`<link rel="stylesheet" href="${href}">`)}<style>${{ markup: page.style }}</style></head><body>${page.body}</body></html>`
      .markup
  }`;
}

function write(value: Piece): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value));
  if ('markup' in value) return value.markup;
  return value.map((piece) => piece.markup).join('');
}

function escapeText(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (character) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] ?? '',
  );
}
