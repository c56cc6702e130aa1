'use client';
import { Package, Percent, Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/show-toast';
import type { EditorTaxRate } from '@/lib/invoices/editor-data';
import { currencySign } from '@/lib/money/currency-sign';
import { formatMoney } from '@/lib/money/format-money';
import {
  type EditorChange,
  type EditorDraft,
  type EditorLine,
  emptyLine,
  lineId,
} from './editor-state';
import type { LiveTotals } from './editor-totals';
import { type EditorWords, fill } from './editor-words';
import { type LineErrors, LineRow } from './line-row';

/** The lines of the invoice, with what adds to them. Lines are moved by dragging the grip or by arrows on it. */
export function Lines({
  draft,
  live,
  errors,
  rates,
  words,
  suggestUrl,
  change,
  onDiscount,
  onRemember,
}: {
  draft: EditorDraft;
  live: LiveTotals;
  errors: LineErrors[];
  rates: readonly EditorTaxRate[];
  words: EditorWords;
  suggestUrl: string;
  change: (change: EditorChange) => void;
  /** Left out while the document's discount is already shown. */
  onDiscount?: () => void;
  onRemember?: (line: EditorLine) => void;
}) {
  const w = words.lines;
  const body = useRef<HTMLTableSectionElement>(null);
  const [offering, setOffering] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [moved, setMoved] = useState('');
  const focusNext = useRef<string | null>(null);
  const { lines } = draft;

  // Before the next key arrives, or it would be typed into the line that was left.
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    document.getElementById(`line-${focusNext.current}`)?.focus();
    focusNext.current = null;
  });

  const add = (offer = false) => {
    const id = lineId();
    const taxRateId = lines.at(-1)?.taxRateId ?? rates.find((rate) => rate.isDefault)?.id ?? null;
    change({ type: 'add', line: emptyLine(id, taxRateId) });
    focusNext.current = id;
    if (offer) setOffering(id);
  };
  const remove = (line: EditorLine, at: number) => {
    change({ type: 'remove', id: line.id });
    const undo = () => change({ type: 'add', line, at });
    void showToast(w.removed, { label: w.undo, onSelect: undo });
  };
  const move = (id: string, to: number) => {
    if (to < 0 || to >= lines.length) return;
    change({ type: 'move', id, to });
    setMoved(fill(w.moved, { n: to + 1, of: lines.length }));
  };
  const drag = (id: string) => (event: React.PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(id);
  };
  const onPointerMove = (event: React.PointerEvent) => {
    if (!dragged) return;
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('tr.line') ?? [])];
    const over = rows.findIndex((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return event.clientY >= top && event.clientY < bottom;
    });
    if (over >= 0 && rows[over]?.dataset.line !== dragged) move(dragged, over);
  };
  const enter = (index: number) => {
    const next = lines[index + 1];
    if (next) document.getElementById(`line-${next.id}`)?.focus();
    else add();
  };
  const sign = currencySign(draft.currency, words.locale).text;

  return (
    <>
      <table className="lines editor-lines mt-4">
        <caption className="sr-only">{w.caption}</caption>
        <colgroup>
          <col />
          <col style={{ inlineSize: '7rem' }} />
          <col style={{ inlineSize: '5.75rem' }} />
          <col style={{ inlineSize: '4.75rem' }} />
          <col style={{ inlineSize: '5.75rem' }} />
          <col style={{ inlineSize: '6.5rem' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{w.description}</th>
            <th scope="col" className="num">
              {w.quantity}
            </th>
            <th scope="col" className="num">
              {w.price}
            </th>
            <th scope="col" className="num">
              {w.discount}
            </th>
            <th scope="col" className="num">
              {w.tax}
            </th>
            <th scope="col" className="num">
              {fill(w.amount, { sign })}
            </th>
          </tr>
        </thead>
        <tbody
          ref={body}
          onPointerMove={onPointerMove}
          onPointerUp={() => setDragged(null)}
          onPointerCancel={() => setDragged(null)}
        >
          {lines.map((line, index) => (
            <LineRow
              key={line.id}
              line={line}
              index={index}
              amount={formatMoney(
                live.totals.lines[index]?.amount ?? 0n,
                draft.currency,
                words.locale,
                {
                  symbol: false,
                },
              )}
              errors={errors[index] ?? {}}
              rates={rates}
              words={words}
              currency={draft.currency}
              suggestUrl={suggestUrl}
              offering={offering === line.id}
              dragging={dragged === line.id}
              onOffer={(open) => setOffering(open ? line.id : null)}
              onChange={(fields) => change({ type: 'line', id: line.id, fields })}
              onProduct={(product) => change({ type: 'product', id: line.id, product })}
              onRemove={() => remove(line, index)}
              onMove={(to) => move(line.id, to)}
              onGrip={drag(line.id)}
              onEnter={() => enter(index)}
              onRemember={onRemember && (() => onRemember(line))}
            />
          ))}
        </tbody>
      </table>
      <span className="sr-only" aria-live="polite">
        {moved}
      </span>
      <div className="-ms-2 flex flex-wrap gap-1 py-1.5">
        <Button
          variant="ghost"
          size="sm"
          className="text-accent"
          icon={<Plus />}
          onClick={() => add()}
        >
          {w.add}
        </Button>
        <Button variant="ghost" size="sm" icon={<Package />} onClick={() => add(true)}>
          {w.fromProducts}
        </Button>
        {onDiscount && (
          <Button variant="ghost" size="sm" icon={<Percent />} onClick={onDiscount}>
            {w.addDiscount}
          </Button>
        )}
      </div>
    </>
  );
}
