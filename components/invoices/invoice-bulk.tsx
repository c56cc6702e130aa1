'use client';
import { Download, MailCheck, Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { useSelection } from '@/components/ui/record-list';
import { showToast } from '@/components/ui/show-toast';
import type { ActionResult } from '@/lib/actions/result';
import type { Locale } from '@/lib/i18n/locale';
import { type PluralForms, plural } from '@/lib/i18n/plural';
import { lineId } from './editor/editor-state';

/** What became of one of the invoices that were to be sent; `text` is the address or the reason. */
export type SentRow = {
  id: string;
  number: string | null;
  client: string;
  ok: boolean;
  text: string;
};

/** What can be done with the ticked invoices. */
export function InvoiceBulk({
  locale,
  zipUrl,
  markSent,
  sendMany,
  words,
}: {
  locale: Locale;
  zipUrl: string;
  /** Left out for those who may not write. */
  markSent?: (input: { ids: string[] }) => Promise<ActionResult>;
  /** Sends each to its client's main address; left out for those who may not send. */
  sendMany?: (input: { formId: string; ids: string[] }) => Promise<ActionResult<SentRow[]>>;
  words: {
    download: string;
    markSent: string;
    failed: string;
    send: string;
    sendTitle: PluralForms;
    sendBody: string;
    sent: PluralForms;
    notSent: PluralForms;
    draft: string;
    cancel: string;
    close: string;
  };
}) {
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<SentRow[]>([]);
  const [formId, setFormId] = useState(lineId);
  const say = (forms: PluralForms, n: number) => plural(locale, forms, n);
  const close = () => {
    setSending(false);
    // What went is no longer ticked, or the next press would send it again.
    if (refused.length > 0) clear();
  };
  const send = async () => {
    if (!sendMany) return;
    setBusy(true);
    const result = await sendMany({ formId, ids }).catch(() => null);
    setBusy(false);
    // Without an answer nobody knows what went: the same round again sends nothing twice.
    if (!result) return void showToast(words.failed);
    setFormId(lineId());
    if (!result.ok) return void showToast((!result.signedOut && result.message) || words.failed);
    const failed = result.data.filter((row) => !row.ok);
    const sent = result.data.length - failed.length;
    if (sent > 0) void showToast(say(words.sent, sent));
    setRefused(failed);
    router.refresh();
    if (failed.length > 0) return;
    setSending(false);
    clear();
  };
  const mark = async () => {
    if (!markSent) return;
    setBusy(true);
    const result = await markSent({ ids }).catch(() => null);
    setBusy(false);
    if (result?.ok) {
      void showToast((result.data as { text: string }).text);
      clear();
      router.refresh();
    } else void showToast((result && !result.signedOut && result.message) || words.failed);
  };
  return (
    <>
      <button type="submit" formAction={zipUrl} formMethod="post">
        <Download className="icon" aria-hidden="true" />
        {words.download}
      </button>
      {sendMany && (
        <button
          type="button"
          onClick={() => {
            setRefused([]);
            setSending(true);
          }}
        >
          <Send className="icon mirror" aria-hidden="true" />
          {words.send}
        </button>
      )}
      {sending && (
        <DialogShell
          title={
            refused.length > 0
              ? say(words.notSent, refused.length)
              : say(words.sendTitle, ids.length)
          }
          closeLabel={words.close}
          onClose={close}
          foot={
            <>
              <Button onClick={close}>{refused.length > 0 ? words.close : words.cancel}</Button>
              {refused.length === 0 && (
                <Button
                  variant="primary"
                  icon={<Send className="mirror" />}
                  busy={busy}
                  onClick={() => void send()}
                >
                  {words.send}
                </Button>
              )}
            </>
          }
        >
          {refused.length === 0 ? (
            words.sendBody
          ) : (
            <ul className="flex flex-col gap-2 text-sm">
              {refused.map((row) => (
                <li key={row.id}>
                  <bdi className="font-medium">{row.number ?? words.draft}</bdi>{' '}
                  <bdi>{row.client}</bdi>
                  <span className="meta block">{row.text}</span>
                </li>
              ))}
            </ul>
          )}
        </DialogShell>
      )}
      {markSent && (
        <button type="button" disabled={busy} onClick={() => void mark()}>
          <MailCheck className="icon" aria-hidden="true" />
          {words.markSent}
        </button>
      )}
    </>
  );
}
