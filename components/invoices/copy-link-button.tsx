'use client';
import { Check, Link as LinkIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/show-toast';
import type { ActionResult } from '@/lib/actions/result';

type Words = { label: string; copied: string; failed: string; title: string; close: string };

/** Makes a link of the client's own to the invoice and copies it; where copying is forbidden, shows it to be copied by hand. */
export function CopyLinkButton({
  copy,
  words,
}: {
  copy: () => Promise<ActionResult<{ url: string }>>;
  words: Words;
}) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    const result = await copy().catch(() => null);
    setBusy(false);
    if (!result?.ok) {
      void showToast((result && !result.signedOut && result.message) || words.failed);
      return;
    }
    try {
      await navigator.clipboard.writeText(result.data.url);
      setDone(true);
      setTimeout(() => setDone(false), 2_000);
      void showToast(words.copied);
    } catch {
      setShown(result.data.url);
    }
  };
  return (
    <>
      <Button icon={done ? <Check /> : <LinkIcon />} busy={busy} onClick={() => void press()}>
        {words.label}
      </Button>
      {shown && (
        <DialogShell title={words.title} closeLabel={words.close} onClose={() => setShown(null)}>
          <p className="break-all" dir="ltr">
            {shown}
          </p>
        </DialogShell>
      )}
    </>
  );
}
