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
import type { Locale } from '@/lib/i18n/locale';
import { type PluralForms, plural } from '@/lib/i18n/plural';
import { type CurrencySign, sumsOf } from './selection-sums';
import { useListKeys } from './use-list-keys';

export type ListWords = {
  locale: Locale;
  selected: PluralForms;
  selectAll: string;
  clear: string;
  newer: string;
  older: string;
  pages: string;
};

type Selection = { ids: string[]; clear: () => void };

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
  sumText = '{amount}',
  bulk,
  pager,
  children,
}: {
  words: ListWords;
  /** How to write the sum of what is ticked, by currency; left out, no sum is shown. */
  signs?: Record<string, CurrencySign>;
  /** With `{amount}`: '{amount} open'. */
  sumText?: string;
  bulk?: ReactNode;
  pager?: ReactNode;
  children: ReactNode;
}) {
  const root = useRef<HTMLFormElement>(null);
  const [ids, setIds] = useState<string[]>([]);
  const [sums, setSums] = useState<string[]>([]);

  const count = useCallback(() => {
    const ticked = boxes(root.current).filter((box) => box.checked);
    setIds(ticked.map((box) => box.value));
    setSums(
      signs
        ? sumsOf(
            ticked.map((box) => box.closest('tr')),
            signs,
          )
        : [],
    );
  }, [signs]);
  const clear = useCallback(() => {
    for (const box of boxes(root.current)) box.checked = false;
    count();
  }, [count]);
  useListKeys(root, clear);

  // Rows change with the page, the filter or a refresh: what is no longer there is no longer ticked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are the trigger
  useEffect(count, [children, count]);

  const selection = useMemo(() => ({ ids, clear }), [ids, clear]);
  return (
    <SelectionContext value={selection}>
      <form ref={root} className="record-list" method="post" onChange={count}>
        <div className="page table-wrap">{children}</div>
        {(ids.length > 0 || pager) && (
          <div className="dock">
            {ids.length > 0 && (
              <div
                className="bulk"
                role="toolbar"
                aria-label={plural(words.locale, words.selected, ids.length)}
              >
                <b className="font-semibold" aria-live="polite">
                  {plural(words.locale, words.selected, ids.length)}
                </b>
                {sums.map((sum) => (
                  <span key={sum} className="ms-2 opacity-80">
                    {sumText.replace('{amount}', sum)}
                  </span>
                ))}
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

/** The box in the head: ticks or clears every row of the page, and is half ticked in between. */
export function SelectAllBox({ label }: { label: string }) {
  const { ids } = useSelection();
  const box = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'none' | 'some' | 'all'>('none');
  useEffect(() => {
    const all = boxes(box.current?.form ?? null).length;
    setState(ids.length === 0 ? 'none' : ids.length < all ? 'some' : 'all');
  }, [ids]);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <label className="pick-label">
      <input
        ref={box}
        type="checkbox"
        className="pick"
        aria-label={label}
        checked={state === 'all'}
        onChange={(event) => {
          for (const row of boxes(event.target.form)) row.checked = event.target.checked;
        }}
      />
    </label>
  );
}

function boxes(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>('input[name="ids[]"]') ?? [])];
}
