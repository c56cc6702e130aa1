import type { ReactElement } from 'react';
import { direction, htmlLang, type Locale } from '@/lib/i18n/locale';

/** A finished mail body in both of its forms. */
export type RenderedMail = { subject: string; html: string; text: string };

/** Writes a mail component out as one HTML document. */
export async function renderHtml(element: ReactElement): Promise<string> {
  // Loaded when used: Next refuses a plain import of it in files that pages reach.
  const { renderToStaticMarkup } = await import('react-dom/server');
  // React adds hints to load pictures early; a mail carries its own.
  const html = renderToStaticMarkup(element).replace(/<link rel="preload"[^>]*>/g, '');
  return `<!doctype html>${html}`;
}

/** Mail clients know no logical properties: which side is which is worked out here. */
export function sides(locale: Locale) {
  const dir = direction(locale);
  const [start, end] = dir === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return { dir, start, end, lang: htmlLang(locale) };
}

/** The plain-text part: paragraphs with an empty line between them. */
export function textPart(paragraphs: readonly (string | null | false)[]): string {
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}
