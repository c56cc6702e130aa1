'use client';
import { Eye, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { SendDialogProps } from '@/components/messages/send-props';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { StatusPill } from '@/components/ui/status-pill';
import type { EditorWords } from './editor-words';
import { SaveNote } from './save-note';
import type { SaveState } from './use-autosave';
import { MAIN_BUTTON } from './use-editor-keys';

const SendDialog = dynamic(() =>
  import('@/components/messages/send-dialog').then((part) => part.SendDialog),
);

/** What the dialog that issues and sends needs of the page. */
export type EditorSend = Omit<SendDialogProps, 'trigger' | 'beforeOpen' | 'onSent'>;

/** The editor's title bar: whether all is saved, and what can be done with the draft. */
export function EditorHead({
  isNew,
  canSave,
  state,
  words,
  send,
  stored,
  onSave,
  onPreview,
  onIssue,
  onRemove,
}: {
  isNew: boolean;
  canSave: boolean;
  state: SaveState;
  words: EditorWords;
  /** Left out where the person may not send. */
  send?: EditorSend;
  /** Saves what is typed; true when the server holds all of it. */
  stored: () => Promise<boolean>;
  onSave: () => void;
  onPreview: () => void;
  /** Left out where the person may not issue. */
  onIssue?: () => void;
  onRemove: () => void;
}) {
  const w = words.actions;
  const canSend = Boolean(send && onIssue);
  return (
    <div className="page-head editor-head py-2.5">
      <h1 className="page-title text-lg">{isNew ? words.newTitle : words.draftTitle}</h1>
      <StatusPill tone="draft">{words.draft}</StatusPill>
      <SaveNote state={state} hasClient={canSave} words={words} />
      <span className="ms-auto" />
      {!isNew && (
        <IconButton label={w.remove} onClick={onRemove}>
          <Trash2 />
        </IconButton>
      )}
      <Button variant="ghost" icon={<Eye />} onClick={onPreview}>
        {w.preview}
      </Button>
      <Button onClick={onSave} disabled={!canSave}>
        {w.saveDraft}
      </Button>
      {onIssue && (
        <Button
          id={canSend ? undefined : MAIN_BUTTON}
          variant={canSend ? 'outline' : 'primary'}
          onClick={onIssue}
        >
          {canSend ? w.issueOnly : w.issue}
        </Button>
      )}
      {canSend && send && (
        <SendDialog
          {...send}
          beforeOpen={stored}
          trigger={
            <Button id={MAIN_BUTTON} variant="primary" kbd="⌘↵">
              {w.issueAndSend}
            </Button>
          }
        />
      )}
    </div>
  );
}
