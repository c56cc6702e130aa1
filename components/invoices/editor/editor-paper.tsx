'use client';
import { useEffect, useRef, useState } from 'react';
import type { EditorClient, EditorTaxRate } from '@/lib/invoices/editor-data';
import { ClientPicker } from './client-picker';
import type { EditorErrors } from './editor-errors';
import type { EditorChange, EditorDraft, EditorLine } from './editor-state';
import type { LiveTotals } from './editor-totals';
import type { EditorWords } from './editor-words';
import { Lines } from './lines';
import { WordsCell } from './paper-cells';
import { type EditorSeller, PaperHead } from './paper-head';
import { TotalsPanel } from './totals-panel';

const HEAD_FIELDS = ['issueOn', 'dueOn', 'deliveryOn', 'periodFrom', 'periodTo', 'reference'];

/** The paper as it will be sent, typed in place. */
export function EditorPaper({
  base,
  draft,
  live,
  errors,
  client,
  rates,
  seller,
  number,
  today,
  words,
  writeDate,
  change,
  onPick,
  onCreate,
  onRemember,
}: {
  /** '/b/<business>' */
  base: string;
  draft: EditorDraft;
  live: LiveTotals;
  errors: EditorErrors;
  client: EditorClient | null;
  rates: EditorTaxRate[];
  seller: EditorSeller;
  number: string;
  today: string;
  words: EditorWords;
  writeDate: (date: string) => string;
  change: (change: EditorChange) => void;
  onPick: (client: EditorClient) => void;
  /** Left out where the person may not add clients. */
  onCreate?: (name: string) => void;
  /** Left out where the person may not add products. */
  onRemember?: (line: EditorLine) => void;
}) {
  const w = words.paper;
  const [discountShown, setDiscountShown] = useState(draft.discount !== '');
  const discounting = useRef(false);
  const startDiscount = () => {
    discounting.current = true;
    setDiscountShown(true);
  };
  useEffect(() => {
    if (discountShown && discounting.current) document.getElementById('document-discount')?.focus();
    discounting.current = false;
  }, [discountShown]);
  // A discount that comes back with what was typed before has to be seen.
  useEffect(() => {
    if (draft.discount !== '') setDiscountShown(true);
  }, [draft.discount]);
  const set = (fields: Partial<EditorDraft>) => change({ type: 'set', fields });
  return (
    <article className="paper" aria-label={w.invoice}>
      <PaperHead
        draft={draft}
        seller={seller}
        number={number}
        today={today}
        words={words}
        write={writeDate}
        errors={Object.fromEntries(HEAD_FIELDS.map((field) => [field, errors.at(field)]))}
        set={set}
      />
      <ClientPicker
        client={client}
        error={errors.at('partyId')}
        words={words}
        clientsUrl={`${base}/invoices/clients`}
        onPick={onPick}
        onCreate={onCreate}
      />
      <Lines
        draft={draft}
        live={live}
        errors={errors.lines}
        rates={rates}
        words={words}
        suggestUrl={`${base}/products/suggest`}
        change={change}
        onDiscount={discountShown ? undefined : startDiscount}
        onRemember={onRemember}
      />
      <TotalsPanel
        draft={draft}
        live={live}
        words={words}
        discountShown={discountShown}
        discountError={
          errors.at('discount') ?? errors.at('discount.value') ?? errors.at('documentDiscount')
        }
        onDiscount={(discount) => set({ discount })}
      />
      <footer className="mt-4 flex flex-col gap-2 border-t border-line pt-3">
        <WordsCell
          label={w.notes}
          placeholder={w.addNotes}
          className="meta"
          maxLength={4_000}
          value={draft.notes}
          error={errors.at('notes')}
          onValue={(notes) => set({ notes })}
        />
        <WordsCell
          label={w.termsText}
          placeholder={w.addTerms}
          className="meta"
          maxLength={4_000}
          value={draft.terms}
          error={errors.at('terms')}
          onValue={(terms) => set({ terms })}
        />
      </footer>
    </article>
  );
}
