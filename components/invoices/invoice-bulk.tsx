'use client';
import { Download, MailCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSelection } from '@/components/ui/record-list';
import { showToast } from '@/components/ui/show-toast';
import type { ActionResult } from '@/lib/actions/result';
import type { Locale } from '@/lib/i18n/locale';
import { type PluralForms, plural } from '@/lib/i18n/plural';
import { BulkSend, type BulkSendDeeds, type BulkSendWords } from './bulk-send';

export type MarkSent = (input: { ids: string[] }) => Promise<ActionResult<{ marked: number }>>;

const AT_ONCE = 100;

/** What can be done with the ticked invoices. */
export function InvoiceBulk({
  locale,
  zipUrl,
  markSent,
  sending,
  words,
}: {
  locale: Locale;
  zipUrl: string;
  /** Left out for those who may not write. */
  markSent?: MarkSent;
  /** Left out for those who may not send. */
  sending?: BulkSendDeeds;
  words: BulkSendWords & { download: string; markSent: string; marked: PluralForms };
}) {
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, setBusy] = useState(false);
  const mark = async (deed: MarkSent) => {
    setBusy(true);
    let marked = 0;
    let trouble: string | null = null;
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const result = await deed({ ids: ids.slice(at, at + AT_ONCE) }).catch(() => null);
      if (result?.ok) marked += result.data.marked;
      else trouble = (result && !result.signedOut && result.message) || words.failed;
    }
    setBusy(false);
    if (trouble && marked === 0) return void showToast(trouble);
    void showToast(plural(locale, words.marked, marked));
    clear();
    router.refresh();
  };
  return (
    <>
      <button type="submit" formAction={zipUrl} formMethod="post">
        <Download className="icon" aria-hidden="true" />
        {words.download}
      </button>
      {sending && <BulkSend {...sending} locale={locale} words={words} />}
      {markSent && (
        <button type="button" disabled={busy} onClick={() => void mark(markSent)}>
          <MailCheck className="icon" aria-hidden="true" />
          {words.markSent}
        </button>
      )}
    </>
  );
}
