'use client';
import { X } from 'lucide-react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ActionResult } from '@/lib/actions/result';
import type { Locale } from '@/lib/i18n/locale';
import { type PluralForms, plural } from '@/lib/i18n/plural';
import { type CurrencySign, sumsOf } from './selection-sums';
import { showToast } from './show-toast';
import { useListKeys } from './use-list-keys';

export type ListWords = {
  locale: Locale;
  selected: PluralForms;
  selectAll: string;
  clear: string;
  sums: string;
  newer: string;
  older: string;
  pages: string;
};

type Selection = { ids: string[]; clear: () => void };

/** The rows of every page at once, with their sums as finished lines, one per currency. */
export type EveryRow = { ids: string[]; sums: string[] };

const SelectionContext = createContext<Selection>({ ids: [], clear: () => undefined });

/** The ids of the ticked rows, for buttons in the selection bar. */
export function useSelection(): Selection {
  return useContext(SelectionContext);
}

/**
 * The frame of a list: the table scrolls, the foot holds the selection bar and the pager. Keys: j and k or the arrows move,
 * Enter opens, x ticks, Escape clears. The rows stand in a form, so the bar's buttons can carry `formAction`.
 */
export function RecordList({
  words,
  signs,
  sumTexts,
  every,
  bulk,
  pager,
  children,
}: {
  words: ListWords;
  /** How to write the sum of what is ticked, by currency; left out, no sum is shown. */
  signs?: Record<string, CurrencySign>;
  /** For each figure of the rows that is shown, with `{amount}`: '{amount} open'. */
  sumTexts?: Record<string, string>;
  /** Offered once the whole page is ticked: the rows of all pages. */
  every?: { label: string; failed: string; load: () => Promise<ActionResult<EveryRow>> };
  bulk?: ReactNode;
  pager?: ReactNode;
  children: ReactNode;
}) {
  const root = useRef<HTMLFormElement>(null);
  const [ids, setIds] = useState<string[]>([]);
  const [sums, setSums] = useState<string[]>([]);
  const [whole, setWhole] = useState(false);
  const [all, setAll] = useState<EveryRow | null>(null);
  const [loading, setLoading] = useState(false);

  const count = useCallback(
    (keepAll = false) => {
      const rows = boxes(root.current);
      const ticked = rows.filter((box) => box.checked);
      setIds(ticked.map((box) => box.value));
      setSums(
        sumsOf(
          ticked.map((box) => box.closest('tr')?.dataset.sums),
          signs ?? {},
          sumTexts ?? {},
        ),
      );
      const isWhole = rows.length > 0 && ticked.length === rows.length;
      setWhole(isWhole);
      setAll((before) => (keepAll && isWhole ? before : null));
    },
    [signs, sumTexts],
  );
  const takeAll = async () => {
    if (!every || loading) return;
    setLoading(true);
    // Null: the line or the server was away.
    const answer = await every.load().catch(() => null);
    setLoading(false);
    if (answer?.ok) setAll(answer.data);
    else void showToast((!answer?.signedOut && answer?.message) || every.failed);
  };
  const clear = useCallback(() => {
    for (const box of boxes(root.current)) box.checked = false;
    count();
  }, [count]);
  useListKeys(root, clear);

  // Rows change with the page, the filter or a refresh: what is no longer there is no longer ticked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are the trigger
  useEffect(() => count(true), [children, count]);

  const chosen = all?.ids ?? ids;
  const selection = useMemo(() => ({ ids: chosen, clear }), [chosen, clear]);
  return (
    <SelectionContext value={selection}>
      <form ref={root} className="record-list" method="post" onChange={() => count()}>
        <div className="page table-wrap">{children}</div>
        {/* The boxes of this page send themselves. */}
        {all?.ids
          .filter((id) => !ids.includes(id))
          .map((id) => (
            <input key={id} type="hidden" name="ids[]" value={id} />
          ))}
        {(ids.length > 0 || pager) && (
          <div className="dock">
            {ids.length > 0 && (
              <div
                className="bulk"
                role="toolbar"
                aria-label={plural(words.locale, words.selected, chosen.length)}
              >
                <b className="font-semibold" aria-live="polite">
                  {plural(words.locale, words.selected, chosen.length)}
                </b>
                <Sums lines={all?.sums ?? sums} label={words.sums} />
                {every && whole && !all && (
                  <button type="button" aria-disabled={loading} onClick={() => void takeAll()}>
                    {every.label}
                  </button>
                )}
                <span className="cut" />
                {bulk}
                <button type="button" aria-label={words.clear} title={words.clear} onClick={clear}>
                  <X className="icon" aria-hidden="true" />
                </button>
              </div>
            )}
            <span className="ms-auto" />
            {pager}
          </div>
        )}
      </form>
    </SelectionContext>
  );
}

/** The sums of what is ticked: beside the count, or, in several currencies, behind one word. */
function Sums({ lines, label }: { lines: string[]; label: string }) {
  if (lines.length < 2)
    return lines.map((line) => (
      <span key={line} className="bulk-sum ms-2 opacity-80">
        {line}
      </span>
    ));
  return (
    <details className="bulk-sums">
      <summary>{label}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/**
 * The box in the head: ticks or clears every row of the page, and is half ticked in between. It stands as the reader put it,
 * also before the page was ready: then its rows follow as soon as it is.
 */
export function SelectAllBox({ label }: { label: string }) {
  const { ids } = useSelection();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current?.checked) tickAll(box.current);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is ticked is the trigger
  useEffect(() => {
    if (!box.current) return;
    const rows = boxes(box.current.form);
    const ticked = rows.filter((row) => row.checked).length;
    box.current.checked = ticked > 0 && ticked === rows.length;
    box.current.indeterminate = ticked > 0 && ticked < rows.length;
  }, [ids]);
  return (
    <label className="pick-label">
      <input
        ref={box}
        type="checkbox"
        className="pick"
        aria-label={label}
        onChange={(event) => tickAll(event.target)}
      />
    </label>
  );
}

function tickAll(head: HTMLInputElement): void {
  for (const row of boxes(head.form)) row.checked = head.checked;
}

function boxes(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>('input.pick[name="ids[]"]') ?? [])];
}
