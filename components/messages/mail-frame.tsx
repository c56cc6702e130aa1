'use client';
import { useEffect, useState } from 'react';

/**
 * A mail as its recipient sees it, in a frame without scripts, forms or a way out. It keeps the page's origin only to
 * use the page's fonts: mails name them, and most recipients have them or something like them.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const [fonts, setFonts] = useState('');
  useEffect(() => setFonts(pageFonts()), []);
  return (
    <iframe
      title={title}
      sandbox="allow-same-origin"
      srcDoc={html.replace('</head>', `<style>${fonts}</style></head>`)}
      className="min-h-[28rem] w-full flex-1 rounded-md border border-line bg-white"
    />
  );
}

/** The font faces of this page under the names that mails use, with whole addresses. */
function pageFonts(): string {
  return (
    [...document.styleSheets]
      // Another origin's, such as a browser extension's, may not be read.
      .filter(({ href }) => !href || new URL(href).origin === window.location.origin)
      .flatMap((sheet) =>
        [...sheet.cssRules]
          .filter((rule) => rule instanceof CSSFontFaceRule)
          .map((rule) => faceOf(rule.cssText, sheet.href ?? document.baseURI)),
      )
      .join('\n')
  );
}

function faceOf(css: string, base: string): string {
  return css
    .replace(
      /url\("?([^")]+)"?\)/g,
      (_, address: string) => `url("${new URL(address, base).href}")`,
    )
    .replace(/(font-family:[^;]*?) Variable\b/, '$1');
}
