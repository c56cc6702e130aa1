'use client';
import './globals.css';
import { LAST_WORDS } from '@/components/layout/last-words';
import { Mark } from '@/components/layout/mark';

/** When even the frame of all pages failed, nobody knows the reader's language: the sentence stands in all three. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <main className="mx-auto flex max-w-[34rem] flex-col gap-4 p-6">
          <Mark />
          {LAST_WORDS.map(({ lang, dir, text }) => (
            <p key={lang} lang={lang} dir={dir}>
              {text}
            </p>
          ))}
          {error.digest && <p className="meta">{error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
