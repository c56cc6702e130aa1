'use client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type EditorWords, fill } from './editor-words';
import type { SaveState } from './use-autosave';

/** One quiet line: whether everything typed is saved. */
export function SaveNote({
  state,
  hasClient,
  words,
}: {
  state: SaveState;
  hasClient: boolean;
  words: EditorWords;
}) {
  const w = words.save;
  const text = () => {
    switch (state.kind) {
      case 'saved':
        return state.at ? fill(w.savedAt, { time: `\u2066${state.at}\u2069` }) : w.saved;
      case 'waiting':
        return hasClient ? w.unsaved : w.waiting;
      case 'saving':
        return w.saving;
      case 'refused':
        return w.refused;
      default:
        return w.unsaved;
    }
  };
  return (
    <span className="meta ms-1" role="status">
      {text()}
    </span>
  );
}

/** What keeps a draft from being saved, said once above the paper with what to do. */
export function SaveTrouble({
  state,
  words,
  draftHref,
  writeInstant,
  onTakeTheirs,
  onKeepMine,
}: {
  state: SaveState;
  words: EditorWords;
  /** Where the stored version is shown, in a window that knows nothing of what is typed here. */
  draftHref: string;
  writeInstant: (instant: string) => string;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}) {
  const w = words.save;
  if (state.kind === 'offline') return <Notice tone="warn">{w.offline}</Notice>;
  if (state.kind === 'refused' && state.message) return <Notice tone="bad">{state.message}</Notice>;
  if (state.kind === 'signedOut') {
    return (
      <Notice
        tone="warn"
        actions={
          <a href="/sign-in" target="_blank" className="btn sm" rel="noreferrer">
            {w.signIn}
          </a>
        }
      >
        {w.signedOut}
      </Notice>
    );
  }
  if (state.kind !== 'conflict') return null;
  const { conflict } = words;
  return (
    <Notice
      tone="warn"
      title={conflict.title}
      actions={
        <>
          <a href={draftHref} target="_blank" className="btn sm" rel="noreferrer">
            {conflict.see}
          </a>
          <Button size="sm" onClick={onTakeTheirs}>
            {conflict.takeTheirs}
          </Button>
          <Button size="sm" onClick={onKeepMine}>
            {conflict.keepMine}
          </Button>
        </>
      }
    >
      {fill(conflict.body, { time: state.changedAt ? writeInstant(state.changedAt) : '' })}
    </Notice>
  );
}
