'use client';
import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { LinkButton } from '@/components/ui/button';
import type { SendWords } from './send-words';

/** The PDF that will be attached, shown by the browser; with a way to it for browsers that cannot. */
export function PdfPreview(props: { href: string; isDraft: boolean; words: SendWords }) {
  const { href, isDraft, words } = props;
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    let made: string | null = null;
    fetch(href, { signal: stop.signal })
      .then((response) => {
        if (!response.ok) throw new Error(`pdf ${response.status}`);
        return response.blob();
      })
      .then((pdf) => {
        if (stop.signal.aborted) return;
        made = URL.createObjectURL(new Blob([pdf], { type: 'application/pdf' }));
        setAddress(made);
      })
      .catch(() => !stop.signal.aborted && setFailed(true));
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [href]);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      {failed ? (
        <p className="meta" role="alert">
          {words.previewFailed}
        </p>
      ) : address ? (
        <iframe
          title={words.previewPdf}
          src={`${address}#toolbar=0&view=FitH`}
          className="min-h-[26rem] w-full flex-1 rounded-md border border-line bg-surface"
        />
      ) : (
        <p className="meta" role="status">
          {words.previewWaiting}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <LinkButton
          href={href}
          plain
          target="_blank"
          rel="noreferrer"
          size="sm"
          icon={<ExternalLink />}
        >
          {words.pdfOpen}
        </LinkButton>
        {isDraft && <span className="meta">{words.pdfDraft}</span>}
      </div>
    </div>
  );
}
