'use client';
import { useState } from 'react';
import type { SendPreview } from '@/lib/invoices/send-draft';
import { MailFrame } from './mail-frame';
import { PdfPreview } from './pdf-preview';
import type { SendWords } from './send-words';

/** The end side of the send dialog: what the recipient will see, the mail or the PDF. */
export function MailPreview(props: {
  preview: SendPreview | null;
  failed: boolean;
  busy: boolean;
  name: string;
  pdfHref: string;
  isDraft: boolean;
  words: SendWords;
}) {
  const { preview, failed, busy, name, pdfHref, isDraft, words } = props;
  const [shown, setShown] = useState<'mail' | 'pdf'>('mail');
  const choice = (value: 'mail' | 'pdf', label: string) => (
    <label>
      <input type="radio" name="shown" checked={shown === value} onChange={() => setShown(value)} />
      {label}
    </label>
  );
  return (
    <section
      aria-label={words.preview.replace('{name}', name)}
      aria-busy={busy}
      className="flex min-w-0 flex-col border-line bg-canvas p-5 max-md:border-t md:border-s"
    >
      <div className="mb-3 flex items-center gap-3">
        <span className="meta clip">{words.preview.replace('{name}', name)}</span>
        <div
          className="segmented ms-auto"
          role="radiogroup"
          aria-label={words.preview.replace('{name}', name)}
        >
          {choice('mail', words.previewEmail)}
          {choice('pdf', words.previewPdf)}
        </div>
      </div>
      {shown === 'pdf' ? (
        <PdfPreview href={pdfHref} isDraft={isDraft} words={words} />
      ) : failed ? (
        <p className="meta" role="alert">
          {words.previewFailed}
        </p>
      ) : preview ? (
        <>
          <p className="mb-2 font-semibold text-sm" dir="auto">
            {preview.subject}
          </p>
          <MailFrame html={preview.html} title={words.previewEmail} />
        </>
      ) : (
        <p className="meta" role="status">
          {words.previewWaiting}
        </p>
      )}
    </section>
  );
}
