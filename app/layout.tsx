import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { direction, htmlLang } from '@/lib/i18n/locale';
import { readerPreferences } from '@/lib/pages/reader';

export const metadata: Metadata = {
  title: { default: 'Portico', template: '%s · Portico' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

/** Dynamic by reading cookies, so that every page is rendered with its own CSP nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await readerPreferences();
  return (
    <html lang={htmlLang(locale)} dir={direction(locale)} data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
