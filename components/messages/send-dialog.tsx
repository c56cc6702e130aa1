'use client';
import { Slot } from 'radix-ui';
import { type MouseEvent, useState } from 'react';
import { DialogShell } from '@/components/ui/dialog';
import type { SendDraft } from '@/lib/invoices/send-draft';
import { SendForm } from './send-form';
import type { SendDialogProps, SendEdits } from './send-props';

type State =
  | { kind: 'shut' }
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'open'; draft: SendDraft };

/** Send, or issue and send: opens with the state of the invoice at that moment. */
export function SendDialog({ trigger, beforeOpen, ...props }: SendDialogProps) {
  const { base, words } = props;
  const [state, setState] = useState<State>({ kind: 'shut' });
  const [edits, setEdits] = useState<SendEdits>({ subject: null, body: null });
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const close = () => setState({ kind: 'shut' });
  const open = async (event: MouseEvent<HTMLElement>) => {
    if (state.kind !== 'shut') return;
    setOpener(event.currentTarget);
    if (beforeOpen && !(await beforeOpen())) return;
    setState({ kind: 'loading' });
    try {
      const response = await fetch(`${base}/send`, { cache: 'no-store' });
      if (!response.ok) throw new Error(`send ${response.status}`);
      const draft: SendDraft = await response.json();
      setState((now) => (now.kind === 'loading' ? { kind: 'open', draft } : now));
    } catch {
      setState((now) => (now.kind === 'loading' ? { kind: 'failed' } : now));
    }
  };
  return (
    <>
      <Slot.Root onClick={open}>{trigger}</Slot.Root>
      {state.kind === 'open' && (
        <SendForm
          {...props}
          draft={state.draft}
          edits={edits}
          onEdit={setEdits}
          onClose={close}
          opener={opener}
        />
      )}
      {(state.kind === 'loading' || state.kind === 'failed') && (
        <DialogShell
          title={state.kind === 'failed' ? words.loadFailed : words.loading}
          closeLabel={words.close}
          onClose={close}
          opener={opener}
        >
          {state.kind === 'loading' && <span className="spinner" aria-hidden="true" />}
        </DialogShell>
      )}
    </>
  );
}
