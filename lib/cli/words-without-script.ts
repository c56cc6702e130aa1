import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { direction, htmlLang, type Locale } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translate';

const OPENED: Record<string, (bytes: Buffer) => Buffer> = {
  '': (bytes) => bytes,
  gzip: gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
};

/**
 * A failed page, which Next draws in the browser alone, with plain words and the number of the failure for whoever has no
 * script. `encoding` is how the bytes are packed; null for what is no page, or packed in a way we do not know.
 */
export function withWordsWithoutScript(
  page: Buffer,
  encoding: string,
  locale: Locale,
): string | null {
  const html = OPENED[encoding]?.(page).toString('utf8');
  if (!html?.includes('<body>')) return null;
  const t = translator(locale);
  const number = /digest\\?":\\?"(\d+)/.exec(html)?.[1];
  const words = [
    `<h1 style="font-size:1.375rem">${t('common.error.title')}</h1>`,
    `<p>${t('common.error.body')}</p>`,
    number && `<p>${t('common.error.number')} <bdi dir="ltr">${number}</bdi></p>`,
    `<p><a href="">${t('common.error.retry')}</a></p>`,
  ];
  const main = `<main lang="${htmlLang(locale)}" dir="${direction(locale)}" style="max-width:32rem;padding:1.5rem;font:16px/1.6 system-ui,sans-serif">${words.filter(Boolean).join('')}</main>`;
  return html.replace('<body>', () => `<body><noscript>${main}</noscript>`);
}
