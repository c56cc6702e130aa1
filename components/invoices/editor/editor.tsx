'use client';
import { Eye, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useReducer, useState } from 'react';
import type { SendDialogProps } from '@/components/messages/send-dialog';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { IconButton } from '@/components/ui/icon-button';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/show-toast';
import { StatusPill } from '@/components/ui/status-pill';
import { useUnsavedGuard } from '@/components/ui/unsaved-guard';
import type { ActionResult } from '@/lib/actions/result';
import type { DraftInput } from '@/lib/documents/draft-schema';
import { formatter } from '@/lib/i18n/format';
import type { ClientStanding, EditorClient, EditorTaxRate } from '@/lib/invoices/editor-data';
import type { PreflightCheck } from '@/lib/invoices/preflight';
import { ClientPicker } from './client-picker';
import { changeDraft, type EditorLine, toEditor } from './editor-state';
import { liveTotals } from './editor-totals';
import { type EditorWords, fill } from './editor-words';
import type { LineErrors } from './line-row';
import { Lines } from './lines';
import type { NewClientDefaults } from './new-client-dialog';
import { WordsCell } from './paper-cells';
import { type EditorSeller, PaperHead } from './paper-head';
import { SaveNote, SaveTrouble } from './save-note';
import { SidePanel } from './side-panel';
import { TotalsPanel } from './totals-panel';
import { forgetTyped, readTyped } from './typed-store';
import { useAutosave } from './use-autosave';
import '../desk.css';
import './editor.css';

const SendDialog = dynamic(() =>
  import('@/components/messages/send-dialog').then((part) => part.SendDialog),
);
const NewClientDialog = dynamic(() =>
  import('./new-client-dialog').then((part) => part.NewClientDialog),
);
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
  standing: ClientStanding[] | null;
  words: EditorWords;
  formWords: FormWords;
  newClient: NewClientDefaults;
  actions: {
    issue?: Call<{ id: string; version: number }>;
    remove: Call<{ id: string }>;
    remember?: Call<Record<string, string>>;
    createClient?: FormAction;
  };
  /** What the dialog that issues and sends needs; left out where the person may not send. */
  send?: Omit<SendDialogProps, 'trigger' | 'beforeOpen' | 'onSent'>;
};

/** The invoice editor: the paper as it will be sent, typed in place, saved by itself, with what to look at beside it. */
export function Editor(props: EditorProps) {
  const { base, initial, rates, words, actions } = props;
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
  const [discountShown, setDiscountShown] = useState(draft.discount !== '');
  const [creating, setCreating] = useState<string | null>(null);
  const [asking, setAsking] = useState<'issue' | 'remove' | null>(null);
  const [busy, setBusy] = useState(false);
  const { state, saveNow, keepMine, version } = useAutosave({
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
  const unsaved = !['saved', 'waiting'].includes(state.kind);
  useUnsavedGuard(unsaved, words.save.leave);

  // What was typed before a reload or an expired session comes back; it is newer than what the page brought.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editor opens
  useEffect(() => {
    const typed = readTyped(draft.id);
    if (!typed) return;
    if (JSON.stringify(typed.draft) === JSON.stringify(draft)) return forgetTyped(draft.id);
    version.current = typed.version;
    change({ type: 'replace', draft: typed.draft });
    setDiscountShown(typed.draft.discount !== '');
    if (typed.draft.partyId && typed.draft.partyId !== client?.id)
      void fetchClient(typed.draft.partyId);
    void showToast(words.save.restored);
  }, []);

  // Whatever is typed answers the refusal before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is the trigger
  useEffect(() => setRefusal(undefined), [draft]);

  const fetchClient = async (id: string) => {
    const answer = await fetch(`${base}/invoices/clients?id=${id}`);
    const { rows } = (await answer.json()) as { rows: EditorClient[] };
    if (rows[0]) setClient(rows[0]);
    return rows[0];
  };
  const pick = (picked: EditorClient) => {
    setClient(picked);
    change({ type: 'client', client: picked });
  };
  const remember = async (line: EditorLine) => {
    const result = await actions.remember?.({
      name: line.description,
      details: line.details,
      unit: line.unit,
      unitPrice: line.unitPrice || '0',
      currency: draft.currency,
      taxRateId: line.taxRateId ?? '',
    });
    if (result?.ok) void showToast(fill(words.lines.remembered, { name: line.description }));
    else void showToast((result && !result.signedOut && result.message) || words.save.refused);
  };
  const refuse = (result: Extract<ActionResult, { ok: false }>) => {
    if (result.signedOut) return setRefusal({ errors: {}, message: words.save.signedOut });
    setRefusal(result);
    const [field] = Object.keys(result.errors);
    const line = draft.lines[Number(field?.split('.')[1])];
    document.getElementById(line ? `line-${line.id}` : 'client-search')?.focus();
  };
  /** Whether everything typed is stored, so that what is issued is what is seen. */
  const stored = async (): Promise<boolean> => {
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
      ? await actions.issue?.({ id: draft.id, version: version.current })
      : undefined;
    setBusy(false);
    setAsking(null);
    if (result?.ok) router.refresh();
    else if (result) refuse(result);
  };
  const remove = async () => {
    const result = await actions.remove({ id: draft.id });
    if (!result.ok) return refuse(result);
    forgetTyped(draft.id);
    router.push(`${base}/invoices`);
  };
  const preview = async () => {
    // Opened by the press itself, or the browser takes it for an advertisement.
    const page = window.open('about:blank');
    if (!(await stored())) return page?.close();
    if (page) page.location.href = `${base}/invoices/${draft.id}/pdf`;
  };
  const canSend = Boolean(props.send && actions.issue);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !busy) {
      event.preventDefault();
      document.getElementById('editor-main')?.click();
    } else if (event.key === 's' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void saveNow();
    }
  };

  const sayAll = { ...(state.kind === 'refused' ? state.errors : {}), ...refusal?.errors };
  const say = (field: string): string | undefined => {
    const reason = live.errors[field];
    return reason ? words.totals.errors[reason] : sayAll[field]?.join(' ');
  };
  const lineErrors = draft.lines.map((_, index) => {
    const errors: LineErrors = {};
    for (const field of LINE_FIELDS) {
      const text = say(`lines.${index}.${field}`);
      if (text) errors[field] = text;
    }
    return errors;
  });
  const set = (fields: Partial<typeof draft>) => change({ type: 'set', fields });
  const writeInstant = (instant: string) => f.time(new Date(instant));
  const others = sayAll.lines?.join(' ') ?? refusal?.message ?? null;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: ⌘↵ anywhere on the page issues
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <div className="page-head editor-head py-2.5">
        <h1 className="page-title text-lg">
          {initial.version === 0 ? words.newTitle : words.draftTitle}
        </h1>
        <StatusPill tone="draft">{words.draft}</StatusPill>
        <SaveNote state={state} words={words} />
        <span className="ms-auto" />
        {initial.version > 0 && (
          <IconButton label={words.actions.remove} onClick={() => setAsking('remove')}>
            <Trash2 />
          </IconButton>
        )}
        <Button variant="ghost" icon={<Eye />} onClick={preview}>
          {words.actions.preview}
        </Button>
        <Button onClick={() => void saveNow()} disabled={!draft.partyId}>
          {words.actions.saveDraft}
        </Button>
        {actions.issue && (
          <Button
            id={canSend ? undefined : 'editor-main'}
            variant={canSend ? 'outline' : 'primary'}
            onClick={async () => {
              if (await stored()) setAsking('issue');
            }}
          >
            {canSend ? words.actions.issueOnly : words.actions.issue}
          </Button>
        )}
        {canSend && props.send && (
          <SendDialog
            {...props.send}
            beforeOpen={stored}
            trigger={
              <Button id="editor-main" variant="primary" kbd="⌘↵">
                {words.actions.issueAndSend}
              </Button>
            }
          />
        )}
      </div>
      <div className="desk">
        <div className="page px-8 py-5">
          <div className="mx-auto mb-3 flex max-w-[50rem] flex-col gap-2 empty:hidden">
            <SaveTrouble
              state={state}
              words={words}
              draftId={draft.id}
              writeInstant={writeInstant}
              onKeepMine={keepMine}
            />
            {others && <Notice tone="bad">{others}</Notice>}
          </div>
          <article className="paper" aria-label={words.paper.invoice}>
            <PaperHead
              draft={draft}
              seller={props.seller}
              number={facts.number}
              today={props.today}
              words={words}
              write={(date) => f.date(date, 'long')}
              errors={Object.fromEntries(PAPER_FIELDS.map((field) => [field, say(field)]))}
              set={set}
            />
            <ClientPicker
              client={client}
              error={say('partyId')}
              words={words}
              clientsUrl={`${base}/invoices/clients`}
              onPick={pick}
              onCreate={actions.createClient && ((name) => setCreating(name))}
            />
            <Lines
              draft={draft}
              live={live}
              errors={lineErrors}
              rates={rates}
              words={words}
              suggestUrl={`${base}/products/suggest`}
              change={change}
              onDiscount={discountShown ? undefined : () => setDiscountShown(true)}
              onRemember={actions.remember && ((line) => void remember(line))}
            />
            <TotalsPanel
              draft={draft}
              live={live}
              words={words}
              discountShown={discountShown}
              discountError={say('discount') ?? say('discount.value') ?? say('documentDiscount')}
              onDiscount={(discount) => set({ discount })}
            />
            <footer className="mt-4 flex flex-col gap-2 border-t border-line pt-3">
              <WordsCell
                label={words.paper.notes}
                placeholder={words.paper.addNotes}
                className="meta"
                maxLength={4_000}
                value={draft.notes}
                error={say('notes')}
                onValue={(notes) => set({ notes })}
              />
              <WordsCell
                label={words.paper.termsText}
                placeholder={words.paper.addTerms}
                className="meta"
                maxLength={4_000}
                value={draft.terms}
                error={say('terms')}
                onValue={(terms) => set({ terms })}
              />
            </footer>
          </article>
        </div>
        <SidePanel
          draft={draft}
          checks={facts.checks}
          standing={facts.standing}
          clientName={client?.name ?? null}
          words={words}
          set={set}
          onDueOn={(dueOn) => set({ dueOn, termsDays: null })}
        />
      </div>
      {creating !== null && actions.createClient && (
        <NewClientDialog
          name={creating}
          action={actions.createClient}
          defaults={props.newClient}
          formWords={props.formWords}
          words={words}
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

const LINE_FIELDS = [
  'description',
  'details',
  'quantity',
  'unit',
  'unitPrice',
  'discount',
  'tax',
  'taxRateId',
] as const;

const PAPER_FIELDS = ['issueOn', 'dueOn', 'deliveryOn', 'periodFrom', 'periodTo', 'reference'];
