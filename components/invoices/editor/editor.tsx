'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/show-toast';
import { useUnsavedGuard } from '@/components/ui/unsaved-guard';
import type { ActionResult } from '@/lib/actions/result';
import type { DraftInput } from '@/lib/documents/draft-schema';
import { formatter } from '@/lib/i18n/format';
import type { ClientAccount, EditorClient, EditorTaxRate } from '@/lib/invoices/editor-data';
import type { PreflightCheck } from '@/lib/invoices/preflight';
import { editorErrors } from './editor-errors';
import { EditorHead, type EditorSend } from './editor-head';
import { EditorPaper } from './editor-paper';
import { changeDraft, type EditorLine, toEditor } from './editor-state';
import { liveTotals } from './editor-totals';
import { type EditorWords, fill } from './editor-words';
import type { NewClientForm } from './new-client';
import type { EditorSeller } from './paper-head';
import { SaveTrouble } from './save-note';
import { SidePanel } from './side-panel';
import { forgetTyped, readTyped } from './typed-store';
import { useAutosave } from './use-autosave';
import { useEditorKeys } from './use-editor-keys';
import '../desk.css';
import './editor.css';

const NewClient = dynamic(() => import('./new-client').then((part) => part.NewClient));
const AskDialog = dynamic(() => import('./ask-dialog').then((part) => part.AskDialog));

type Call<Input> = (input: Input) => Promise<ActionResult>;

export type EditorProps = {
  /** '/b/<business>' */
  base: string;
  initial: DraftInput;
  client: EditorClient | null;
  rates: EditorTaxRate[];
  seller: EditorSeller;
  number: string;
  today: string;
  timeZone: string;
  country: string;
  checks: PreflightCheck[] | null;
  standing: ClientAccount[] | null;
  words: EditorWords;
  /** Left out where the person may not add clients. */
  newClient?: NewClientForm;
  actions: {
    issue?: Call<{ id: string; version: number }>;
    remove: Call<{ id: string }>;
    remember?: Call<Record<string, string>>;
  };
  /** Left out where the person may not send. */
  send?: EditorSend;
};

/** The invoice editor: the paper as it will be sent, typed in place, saved by itself, with what to look at beside it. */
export function Editor(props: EditorProps) {
  const { base, initial, rates, words, actions, newClient } = props;
  const router = useRouter();
  const [draft, change] = useReducer(changeDraft, initial, toEditor);
  const [client, setClient] = useState(props.client);
  const [facts, setFacts] = useState({
    number: props.number,
    checks: props.checks,
    standing: props.standing,
  });
  const [refusal, setRefusal] = useState<{
    errors: Record<string, string[]>;
    message: string | null;
  }>();
  const [creating, setCreating] = useState<string | null>(null);
  const [asking, setAsking] = useState<'issue' | 'remove' | null>(null);
  const [busy, setBusy] = useState(false);
  const { state, saveNow, keepMine, takeTheirs, version } = useAutosave({
    url: `${base}/invoices/${draft.id}/draft`,
    draft,
    version: initial.version,
    onSaved: ({ number, checks, standing }) => setFacts({ number, checks, standing }),
  });
  const live = useMemo(() => liveTotals(draft, rates), [draft, rates]);
  const f = useMemo(
    () => formatter({ locale: words.locale, timeZone: props.timeZone, country: props.country }),
    [words.locale, props.timeZone, props.country],
  );
  const opened = useRef(draft);
  const isTyped = state.kind === 'waiting' ? draft !== opened.current : state.kind !== 'saved';
  useUnsavedGuard(isTyped, words.save.leave);

  // What was typed before a reload or an expired session comes back; it is newer than what the page brought.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editor opens
  useEffect(() => {
    const typed = readTyped(draft.id, initial.version);
    if (!typed) return;
    if (JSON.stringify(typed.draft) === JSON.stringify(draft)) return forgetTyped(draft.id);
    version.current = typed.version;
    change({ type: 'replace', draft: typed.draft });
    if (typed.draft.partyId && typed.draft.partyId !== client?.id)
      void fetchClient(typed.draft.partyId);
    void showToast(words.save.restored);
  }, []);

  // Whatever is typed answers the refusal before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is the trigger
  useEffect(() => setRefusal(undefined), [draft]);

  const fetchClient = async (id: string) => {
    try {
      const answer = await fetch(`${base}/invoices/clients?id=${id}`);
      const { rows } = (await answer.json()) as { rows: EditorClient[] };
      if (rows[0]) setClient(rows[0]);
      return rows[0];
    } catch {
      void showToast(words.client.failed);
    }
  };
  const pick = (picked: EditorClient) => {
    setClient(picked);
    change({ type: 'client', client: picked });
  };
  const remember = async (line: EditorLine) => {
    const product = {
      name: line.description,
      details: line.details,
      unit: line.unit,
      unitPrice: line.unitPrice || '0',
      currency: draft.currency,
      taxRateId: line.taxRateId ?? '',
    };
    const result = await actions.remember?.(product).catch(() => null);
    if (result?.ok) void showToast(fill(words.lines.remembered, { name: line.description }));
    else void showToast((result && !result.signedOut && result.message) || words.actions.failed);
  };
  /** Null: the line or the server was away. */
  const refuse = (result: Extract<ActionResult, { ok: false }> | null) => {
    if (!result) return setRefusal({ errors: {}, message: words.actions.failed });
    if (result.signedOut) return setRefusal({ errors: {}, message: words.save.signedOut });
    setRefusal(result);
    const [field] = Object.keys(result.errors);
    const line = draft.lines[Number(field?.split('.')[1])];
    document.getElementById(line ? `line-${line.id}` : 'client-search')?.focus();
  };
  /** Whether everything typed is stored, so that what is issued is what is seen. */
  const stored = async (): Promise<boolean> => {
    const unread = document.querySelector<HTMLElement>('.paper [data-unread]');
    if (unread) {
      unread.focus();
      return false;
    }
    if (!draft.partyId) {
      setRefusal({ errors: { partyId: [words.client.needed] }, message: null });
      document.getElementById('client-search')?.focus();
      return false;
    }
    if (Object.keys(live.errors).length > 0) {
      document.querySelector<HTMLElement>('.paper [aria-invalid="true"]')?.focus();
      return false;
    }
    return saveNow();
  };
  const issue = async () => {
    setBusy(true);
    const result = (await stored())
      ? await actions.issue?.({ id: draft.id, version: version.current }).catch(() => null)
      : undefined;
    setBusy(false);
    setAsking(null);
    if (result?.ok) {
      forgetTyped(draft.id);
      router.refresh();
    } else if (result !== undefined) refuse(result);
  };
  const remove = async () => {
    setBusy(true);
    const result = await actions.remove({ id: draft.id }).catch(() => null);
    setBusy(false);
    setAsking(null);
    if (!result?.ok) return refuse(result);
    forgetTyped(draft.id);
    router.push(`${base}/invoices`);
  };
  const preview = async () => {
    // Opened by the press itself, or the browser takes it for an advertisement.
    const page = window.open('about:blank');
    if (!(await stored())) return page?.close();
    if (page) page.location.href = `${base}/invoices/${draft.id}/pdf`;
  };
  const onKeyDown = useEditorKeys({ busy, saveNow });

  const refused = { ...(state.kind === 'refused' ? state.errors : {}), ...refusal?.errors };
  const errors = editorErrors(draft, live, refused, words);
  const others = errors.all ?? refusal?.message ?? null;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: ⌘↵ anywhere on the page issues
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <EditorHead
        isNew={initial.version === 0}
        canSave={draft.partyId !== ''}
        state={state}
        words={words}
        send={props.send}
        stored={stored}
        onSave={() => void saveNow()}
        onPreview={() => void preview()}
        onIssue={
          actions.issue && (() => void stored().then((isStored) => isStored && setAsking('issue')))
        }
        onRemove={() => setAsking('remove')}
      />
      <div className="desk">
        <div className="page px-8 py-5 max-md:px-0">
          <div className="mx-auto mb-3 flex max-w-[52rem] flex-col gap-2 empty:hidden">
            <SaveTrouble
              state={state}
              words={words}
              draftHref={`${base}/invoices/${draft.id}`}
              writeInstant={(instant) => f.time(new Date(instant))}
              onTakeTheirs={takeTheirs}
              onKeepMine={keepMine}
            />
            {others && <Notice tone="bad">{others}</Notice>}
          </div>
          <EditorPaper
            base={base}
            draft={draft}
            live={live}
            errors={errors}
            client={client}
            rates={rates}
            seller={props.seller}
            number={facts.number}
            today={props.today}
            words={words}
            writeDate={(date) => f.date(date, 'long')}
            change={change}
            onPick={pick}
            onCreate={newClient && setCreating}
            onRemember={actions.remember && ((line) => void remember(line))}
          />
        </div>
        <SidePanel
          draft={draft}
          checks={facts.checks}
          standing={facts.standing}
          clientName={client?.name ?? null}
          words={words}
          set={(fields) => change({ type: 'set', fields })}
          onDueOn={(dueOn) => change({ type: 'set', fields: { dueOn, termsDays: null } })}
        />
      </div>
      {creating !== null && newClient && (
        <NewClient
          form={newClient}
          name={creating}
          locale={words.locale}
          onClose={() => setCreating(null)}
          onMade={async (id) => {
            setCreating(null);
            const made = await fetchClient(id);
            if (made) pick(made);
          }}
        />
      )}
      {asking && (
        <AskDialog
          title={
            asking === 'issue'
              ? fill(words.actions.issueTitle, { number: facts.number })
              : words.actions.removeTitle
          }
          body={
            asking === 'issue'
              ? fill(words.actions.issueBody, {
                  client: client?.name ?? '',
                  total: f.money(live.totals.total, draft.currency),
                })
              : words.actions.removeBody
          }
          confirm={asking === 'issue' ? words.actions.issue : words.actions.remove}
          cancel={words.actions.cancel}
          danger={asking === 'remove'}
          busy={busy}
          onClose={() => setAsking(null)}
          onConfirm={asking === 'issue' ? issue : remove}
        />
      )}
    </div>
  );
}
