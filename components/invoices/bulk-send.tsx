'use client';
import { Send, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { undoToast } from '@/components/messages/undo-toast';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { Meter } from '@/components/ui/meter';
import { useSelection } from '@/components/ui/record-list';
import { showToast } from '@/components/ui/show-toast';
import type { ActionResult } from '@/lib/actions/result';
import type { Locale } from '@/lib/i18n/locale';
import { type PluralForms, plural } from '@/lib/i18n/plural';
import { lineId } from './editor/editor-state';
import { type SentRow, SentRows } from './sent-rows';

export type BulkSendDeeds = {
  /** Sends each to its client's main address; `more`: another call of the same round follows. */
  send: (input: {
    formId: string;
    ids: string[];
    more: boolean;
  }) => Promise<ActionResult<SentRow[]>>;
  /** Takes back what of a round has not left; answers how many. */
  takeBack: (input: { formId: string }) => Promise<ActionResult<number>>;
};

export type BulkSendWords = {
  send: string;
  title: PluralForms;
  body: string;
  hold: string;
  /** With `{done}` and `{all}`. */
  progress: string;
  stop: string;
  sent: PluralForms;
  notSent: PluralForms;
  undo: string;
  undone: string;
  undoPart: PluralForms;
  undoLate: string;
  draft: string;
  cancel: string;
  close: string;
  failed: string;
};

/** So many are asked for at once: a call is answered within seconds, and the way there can be shown. */
const AT_ONCE = 25;

/** Sends the ticked invoices as one round, with a toast and an Undo for all of it. */
export function BulkSend({
  locale,
  send,
  takeBack,
  words,
}: BulkSendDeeds & { locale: Locale; words: BulkSendWords }) {
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [refused, setRefused] = useState<SentRow[]>([]);
  // The same round again sends nothing twice; so it stays the same until all of it went or was taken back.
  const [formId, setFormId] = useState(lineId);
  const stopped = useRef(false);
  const say = (forms: PluralForms, n: number) => plural(locale, forms, n);
  const busy = done !== null;

  const close = () => {
    if (busy) {
      stopped.current = true;
      return;
    }
    setOpen(false);
    // What went is no longer ticked, or the next press would send it again.
    if (refused.length > 0) clear();
  };
  const undo = async (sent: number) => {
    const result = await takeBack({ formId }).catch(() => null);
    setFormId(lineId());
    const taken = result?.ok ? result.data : 0;
    const part = taken === 0 ? words.undoLate : say(words.undoPart, sent - taken);
    void showToast(!result?.ok ? words.failed : taken >= sent ? words.undone : part);
    router.refresh();
  };
  const run = async () => {
    const rows: SentRow[] = [];
    let trouble: string | null = null;
    stopped.current = false;
    setDone(0);
    for (let at = 0; at < ids.length && !trouble && !stopped.current; at += AT_ONCE) {
      const more = at + AT_ONCE < ids.length;
      const batch = ids.slice(at, at + AT_ONCE);
      const result = await send({ formId, ids: batch, more }).catch(() => null);
      if (result?.ok) rows.push(...result.data);
      else trouble = (result && !result.signedOut && result.message) || words.failed;
      setDone(at + batch.length);
    }
    setDone(null);
    const failed = rows.filter((row) => !row.ok);
    const sent = rows.length - failed.length;
    if (sent > 0) {
      void undoToast(say(words.sent, sent), { label: words.undo, onSelect: () => void undo(sent) });
    }
    if (trouble) void showToast(trouble);
    router.refresh();
    if (trouble) return;
    setOpen(failed.length > 0);
    setRefused(failed);
    if (stopped.current) return;
    setFormId(lineId());
    if (failed.length === 0) clear();
  };

  return (
    <>
      <button
        type="button"
        onClick={() => {
          setRefused([]);
          setOpen(true);
        }}
      >
        <Send className="icon mirror" aria-hidden="true" />
        {words.send}
      </button>
      {open && (
        <DialogShell
          title={
            refused.length > 0 ? say(words.notSent, refused.length) : say(words.title, ids.length)
          }
          closeLabel={words.close}
          onClose={close}
          foot={
            refused.length > 0 ? (
              <Button onClick={close}>{words.close}</Button>
            ) : (
              <>
                <span className="me-auto flex min-w-0 items-center gap-1.5 text-sm">
                  <Undo2 className="icon shrink-0 text-ink-soft" aria-hidden="true" />
                  <span>{words.hold}</span>
                </span>
                <Button onClick={close}>{busy ? words.stop : words.cancel}</Button>
                <Button
                  variant="primary"
                  icon={<Send className="mirror" />}
                  busy={busy}
                  onClick={() => void run()}
                >
                  {words.send}
                </Button>
              </>
            )
          }
        >
          {refused.length > 0 ? (
            <SentRows rows={refused} draft={words.draft} />
          ) : (
            <>
              <p>{words.body}</p>
              {busy && <Progress done={done} all={ids.length} text={words.progress} />}
            </>
          )}
        </DialogShell>
      )}
    </>
  );
}

function Progress({ done, all, text }: { done: number; all: number; text: string }) {
  const label = text.replace('{done}', String(done)).replace('{all}', String(all));
  return (
    <div className="mt-4 flex flex-col gap-2">
      <Meter value={done} max={all} label={label} />
      <p className="meta" aria-live="polite">
        {label}
      </p>
    </div>
  );
}
