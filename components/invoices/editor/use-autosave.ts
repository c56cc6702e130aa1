'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ActionResult } from '@/lib/actions/result';
import type { ClientAccount } from '@/lib/invoices/editor-data';
import type { PreflightCheck } from '@/lib/invoices/preflight';
import { type EditorDraft, toDraftInput } from './editor-state';
import { forgetTyped, keepTyped } from './typed-store';

/** What a save answers: the version it made, and what follows from what is stored now. */
export type SavedDraft = {
  version: number;
  /** The time of day, written for the reader. */
  savedAt: string;
  number: string;
  checks: PreflightCheck[];
  standing: ClientAccount[];
};

export type SaveState =
  | { kind: 'waiting' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string | null }
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  | { kind: 'refused'; errors: Record<string, string[]>; message: string | null }
  | { kind: 'conflict'; version: number; changedAt: string };

const PAUSE_MS = 900;
/** Troubles that stay said until a save has come through, or their notice would flicker with every attempt. */
const LASTING: SaveState['kind'][] = ['offline', 'signedOut'];
const RETRY_MS = [2_000, 5_000, 10_000, 30_000];

/**
 * Keeps a draft saved while it is typed: a little after the last key, one save at a time. What is not saved yet also
 * stays in this browser tab, so that neither a broken line, nor an expired session, nor a reload loses it.
 */
export function useAutosave(options: {
  url: string;
  draft: EditorDraft;
  version: number;
  onSaved: (saved: SavedDraft) => void;
}) {
  const { url, draft } = options;
  const [state, setState] = useState<SaveState>(
    options.version > 0 ? { kind: 'saved', at: null } : { kind: 'waiting' },
  );
  const latest = useRef(draft);
  const saved = useRef<EditorDraft | null>(draft);
  const version = useRef(options.version);
  const running = useRef<Promise<boolean> | null>(null);
  // What was sent and never answered: the server may hold it, so it is what is sent again first.
  const unanswered = useRef<EditorDraft | null>(null);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const onSaved = useRef(options.onSaved);
  onSaved.current = options.onSaved;
  latest.current = draft;

  const attempt = useCallback(async (): Promise<boolean> => {
    const sending = unanswered.current ?? latest.current;
    if (!sending.partyId) return false;
    unanswered.current = sending;
    setState((now) => (LASTING.includes(now.kind) ? now : { kind: 'saving' }));
    try {
      const answer = await fetch(url, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(toDraftInput(sending, version.current)),
      });
      if (answer.status === 401) {
        unanswered.current = null;
        setState({ kind: 'signedOut' });
        return false;
      }
      const result = (await answer.json()) as ActionResult<SavedDraft> | { error: string };
      if (!('ok' in result)) throw new Error(result.error);
      if (!result.ok && !result.signedOut && result.errorId) throw new Error(result.errorId);
      unanswered.current = null;
      if (result.ok) {
        failures.current = 0;
        version.current = result.data.version;
        saved.current = sending;
        // Kept on: a page fetched in this moment may be older than this save.
        if (latest.current === sending) keepTyped(sending, result.data.version, true);
        setState({ kind: 'saved', at: result.data.savedAt });
        onSaved.current(result.data);
        return true;
      }
      if (result.signedOut) setState({ kind: 'signedOut' });
      else if (result.conflict) {
        const { version: theirs, theirs: fields } = result.conflict;
        setState({ kind: 'conflict', version: theirs, changedAt: fields.updatedAt ?? '' });
      } else setState({ kind: 'refused', errors: result.errors, message: result.message });
      return false;
    } catch {
      // The line or the server is away: what was typed is kept here, and tried again by itself.
      setState({ kind: 'offline' });
      const wait = RETRY_MS[Math.min(failures.current, RETRY_MS.length - 1)];
      failures.current += 1;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save.current(), wait);
      return false;
    }
  }, [url]);

  /** Saves now what is not saved yet. True when the server holds everything typed. */
  const saveNow = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    if (saved.current === latest.current) return version.current > 0 || attemptOnce();
    return attemptOnce();

    async function attemptOnce(): Promise<boolean> {
      const isRepeat = unanswered.current !== null && unanswered.current !== latest.current;
      running.current = attempt();
      const done = await running.current;
      running.current = null;
      if (isRepeat && unanswered.current === null) return attemptOnce();
      return done && saved.current === latest.current;
    }
  }, [attempt]);

  const save = useRef(saveNow);
  save.current = saveNow;

  useEffect(() => {
    if (saved.current === draft) return;
    keepTyped(draft, version.current, false);
    // Whose version wins is for the person to say.
    setState((now) =>
      now.kind === 'conflict' || LASTING.includes(now.kind)
        ? now
        : { kind: draft.partyId ? 'unsaved' : 'waiting' },
    );
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (stateKind.current !== 'conflict') void save.current();
    }, PAUSE_MS);
  }, [draft]);

  const stateKind = useRef(state.kind);
  stateKind.current = state.kind;

  useEffect(() => {
    const again = () => {
      if (LASTING.includes(stateKind.current) && document.visibilityState === 'visible') {
        void save.current();
      }
    };
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      clearTimeout(timer.current);
    };
  }, []);

  /** Saves what is typed here over the newer version of somebody else. */
  const keepMine = useCallback(() => {
    if (state.kind !== 'conflict') return;
    version.current = state.version;
    setState({ kind: 'unsaved' });
    void save.current();
  }, [state]);

  /** Drops what is typed here and shows the newer version of somebody else. */
  const takeTheirs = useCallback(() => {
    forgetTyped(latest.current.id);
    // At once, because the guard of unsaved work would ask about leaving.
    flushSync(() => setState({ kind: 'saved', at: null }));
    window.location.reload();
  }, []);

  return { state, saveNow, keepMine, takeTheirs, version };
}
