'use client';
import { Send, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { FormContext } from '@/components/ui/form-context';
import { Notice } from '@/components/ui/notice';
import type { SendDraft, SendPreview } from '@/lib/invoices/send-draft';
import { MailPreview } from './mail-preview';
import { Recipients } from './recipients';
import type { SendDialogProps, SendEdits } from './send-props';
import { splitAddresses } from './split-addresses';
import { undoToast } from './undo-toast';
import { usePreview } from './use-preview';
import { WordsFields } from './words-fields';

const isPlain = ({ subject, body }: SendEdits) => subject === null && body === null;

const OWN_FIELDS = ['to', 'cc', 'subject', 'body'];

/** The open dialog: whom, what and with which attachment at the start, what it will look like at the end. */
export function SendForm(
  props: Omit<SendDialogProps, 'trigger' | 'beforeOpen'> & {
    draft: SendDraft;
    edits: SendEdits;
    onEdit: (edits: SendEdits) => void;
    onClose: () => void;
    opener: HTMLElement | null;
  },
) {
  const { draft, edits, onEdit, onClose, opener, documentId, base, words } = props;
  const router = useRouter();
  const id = useId();
  const [to, setTo] = useState(draft.to);
  const [cc, setCc] = useState(draft.cc.join(', '));
  const [attachPdf, setAttachPdf] = useState(true);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string[]>>({});
  const [message, setMessage] = useState<string | null>(null);
  const {
    preview,
    failed,
    busy: drawing,
  } = usePreview<SendPreview>(
    `${base}/send/preview`,
    { to, ...edits, attachPdf },
    isPlain(edits) ? draft.preview : null,
  );
  const name = draft.recipients.find(({ email }) => email === to)?.name || to || '…';

  const undo = async (messageId: string) => {
    const { showToast } = await import('@/components/ui/show-toast');
    const result = await props.takeBack({ id: messageId }).catch(() => null);
    await showToast(result?.ok ? words.undone : words.undoLate);
    router.refresh();
  };
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    setErrors({});
    setMessage(null);
    const order = {
      formId: draft.formId,
      id: documentId,
      version: draft.version,
      to,
      cc: splitAddresses(cc),
      ...edits,
      expectedNumber: draft.number,
      attachPdf,
    };
    const result = await props.send(order).catch(() => null);
    setBusy(false);
    if (result?.ok) {
      onEdit({ subject: null, body: null });
      onClose();
      await undoToast(result.data.text, {
        label: words.undo,
        onSelect: () => undo(result.data.messageId),
      });
      if (props.onSent) props.onSent();
      else router.refresh();
      return;
    }
    if (!result) return setMessage(words.failed);
    if (result.signedOut) return setMessage(words.signedOut);
    const others = Object.entries(result.errors).filter(([field]) => !OWN_FIELDS.includes(field));
    setErrors(result.errors);
    setMessage(
      [result.message, ...others.flatMap(([, texts]) => texts)].filter(Boolean).join(' ') || null,
    );
  };

  useSendKey(submit);
  // A refusal is shown where it belongs, and the reader taken there.
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    document.getElementById(id)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors, id]);

  return (
    <DialogShell
      title={draft.title}
      note={draft.note}
      closeLabel={words.close}
      wide
      onClose={onClose}
      opener={opener}
      foot={
        <>
          <span className="me-auto flex min-w-0 items-center gap-1.5 text-sm">
            <Undo2 className="icon shrink-0 text-ink-soft" aria-hidden="true" />
            <span>{draft.isDraft ? words.holdIssue : words.hold}</span>
          </span>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            type="submit"
            form={id}
            variant="primary"
            icon={<Send className="mirror" />}
            kbd="⌘↵"
            busy={busy}
          >
            {draft.isDraft ? words.sendIssue : words.send}
          </Button>
        </>
      }
    >
      <div className="-m-5 grid md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <FormContext value={{ prefix: id, errors, values: null, busy, dirty: false }}>
          <form
            id={id}
            noValidate
            aria-busy={busy || undefined}
            className="flex min-w-0 flex-col gap-3.5 p-5"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            {message && <Notice tone="bad">{message}</Notice>}
            {!draft.canLeave && <Notice tone="warn">{words.noServer}</Notice>}
            <Recipients
              recipients={draft.recipients}
              to={to}
              cc={cc}
              onTo={setTo}
              onCc={setCc}
              words={words}
            />
            <WordsFields
              edits={edits}
              preview={preview}
              onEdit={onEdit}
              templatesHref={props.templatesHref}
              words={words}
            />
            <fieldset className="field">
              <legend className="label">{words.attached}</legend>
              <label className="choice">
                <input
                  type="checkbox"
                  className="pick"
                  checked={attachPdf}
                  onChange={(event) => setAttachPdf(event.target.checked)}
                />
                <span>
                  {words.attachPdf} <bdi className="meta">{draft.pdfName}</bdi>
                </span>
              </label>
            </fieldset>
          </form>
        </FormContext>
        <MailPreview
          preview={preview}
          failed={failed}
          busy={drawing}
          name={name}
          pdfHref={`${base}/pdf`}
          isDraft={draft.isDraft}
          words={words}
        />
      </div>
    </DialogShell>
  );
}

/** ⌘↵ sends from anywhere in the dialog, and reaches nothing of the page behind it. */
function useSendKey(submit: () => void) {
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
