import { direction, htmlLang, type Locale } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translate';

const RETRY_SECONDS = 5;

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText;
  font: 16px/1.6 system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans SC', sans-serif; }
main { max-width: 32rem; padding: 1.5rem; }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.3; }
p { margin: 0 0 1.25rem; }
a { display: inline-block; padding: .55rem 1rem; border: 1px solid; border-radius: .5rem; color: inherit;
  text-decoration: none; }
a:focus-visible { outline: 2px solid; outline-offset: 2px; }`;

/**
 * What a person sees instead of a page while the database is away: plain words, and a page that tries again by itself.
 * After a form was sent it must not: then it says to go back, where what was typed still stands.
 */
export function awayPage(locale: Locale, { wasSent }: { wasSent: boolean }): string {
  const t = translator(locale);
  const title = t('common.away.title');
  const again = wasSent ? '' : `<p><a href="">${t('common.away.retry')}</a></p>`;
  return `<!doctype html>
<html lang="${htmlLang(locale)}" dir="${direction(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${wasSent ? '' : `<meta http-equiv="refresh" content="${RETRY_SECONDS}">`}
<title>${title} · Portico</title><style>${STYLE}</style></head>
<body><main role="alert"><h1>${title}</h1><p>${t(wasSent ? 'common.away.sent' : 'common.away.body')}</p>${again}</main></body>
</html>`;
}

/** The headers that go with it. */
export function awayHeaders(): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'retry-after': String(RETRY_SECONDS),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  };
}
