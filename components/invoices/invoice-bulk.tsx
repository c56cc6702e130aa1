'use client';
import { Download, MailCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSelection } from '@/components/ui/record-list';
import { showToast } from '@/components/ui/show-toast';
import type { ActionResult } from '@/lib/actions/result';

/** What can be done with the ticked invoices. */
export function InvoiceBulk({
  zipUrl,
  markSent,
  words,
}: {
  zipUrl: string;
  /** Left out for those who may not write. */
  markSent?: (input: { ids: string[] }) => Promise<ActionResult>;
  words: { download: string; markSent: string; failed: string };
}) {
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, setBusy] = useState(false);
  const mark = async () => {
    if (!markSent) return;
    setBusy(true);
    const result = await markSent({ ids });
    setBusy(false);
    if (result.ok) {
      void showToast((result.data as { text: string }).text);
      clear();
      router.refresh();
    } else void showToast((!result.signedOut && result.message) || words.failed);
  };
  return (
    <>
      <button type="submit" formAction={zipUrl} formMethod="post">
        <Download className="icon" aria-hidden="true" />
        {words.download}
      </button>
      {markSent && (
        <button type="button" disabled={busy} onClick={() => void mark()}>
          <MailCheck className="icon" aria-hidden="true" />
          {words.markSent}
        </button>
      )}
    </>
  );
}
