import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ErrorWordsProvider } from '@/components/layout/page-error';
import { direction, htmlLang } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translate';
import { pageReader } from '@/lib/pages/reader';

export const metadata: Metadata = {
  title: { default: 'Portico', template: '%s · Portico' },
  robots: { index: false, follow: false },
  icons: { icon: '/icon.svg', apple: '/apple-icon.png' },
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

/**
 * Dynamic by reading cookies, so that every page is rendered with its own CSP nonce. A link page, drawn in its
 * recipient's language before anybody has signed in, names its own lang and dir.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await pageReader();
  const isApple = /Mac|iPhone|iPad/.test((await headers()).get('user-agent') ?? '');
  const t = translator(locale);
  const errorWords = {
    title: t('common.error.title'),
    body: t('common.error.body'),
    number: t('common.error.number'),
    retry: t('common.error.retry'),
    away: {
      title: t('common.away.title'),
      body: t('common.away.body'),
      retry: t('common.away.retry'),
    },
  };
  return (
    <html
      lang={htmlLang(locale)}
      dir={direction(locale)}
      data-theme={theme}
      data-keys={isApple ? 'mac' : undefined}
    >
      <body>
        <ErrorWordsProvider words={errorWords}>{children}</ErrorWordsProvider>
      </body>
    </html>
  );
}
