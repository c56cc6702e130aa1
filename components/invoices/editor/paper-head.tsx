'use client';
import { PrintedAddress } from '@/components/places/printed-address';
import { plural } from '@/lib/i18n/plural';
import { addDays } from '@/lib/time/calendar-date';
import type { EditorDraft } from './editor-state';
import { type EditorWords, fill } from './editor-words';
import { ChoiceCell, DateCell, TextCell } from './paper-cells';

/** Who invoices, as it stands on the paper. */
export type EditorSeller = {
  name: string;
  addressLines: string[];
  taxId: string | null;
  logo: string | null;
};

const USUAL_TERMS = [0, 7, 14, 30, 45, 60, 90];

/** The top of the paper: the business, the number it would take, and the dates. */
export function PaperHead({
  draft,
  seller,
  number,
  today,
  words,
  write,
  errors,
  set,
}: {
  draft: EditorDraft;
  seller: EditorSeller;
  number: string;
  today: string;
  words: EditorWords;
  write: (date: string) => string;
  errors: Record<string, string | undefined>;
  set: (fields: Partial<EditorDraft>) => void;
}) {
  const w = words.paper;
  const date = { write, pickLabel: w.pickDate, notADate: w.notADate };
  const due =
    draft.termsDays === null ? draft.dueOn : addDays(draft.issueOn || today, draft.termsDays);
  const terms = USUAL_TERMS.concat(draft.termsDays ?? [])
    .filter((days, at, all) => all.indexOf(days) === at)
    .sort((a, b) => a - b);
  return (
    <header className="flex items-start gap-6">
      <div className="min-w-0">
        <div className="flex items-center gap-2 font-semibold">
          {seller.logo && (
            // biome-ignore lint/performance/noImgElement: a small file of our own, already the right size
            <img src={seller.logo} alt="" className="max-h-8" />
          )}
          <span dir="auto">{seller.name}</span>
        </div>
        <div className="meta mt-1.5">
          <PrintedAddress lines={seller.addressLines} />
          {seller.taxId && <div>{seller.taxId}</div>}
        </div>
      </div>
      <dl className="facts paper-facts ms-auto">
        <dt>{w.invoice}</dt>
        <dd className="text-ink-soft">{fill(w.takes, { number: `\u2066${number}\u2069` })}</dd>
        <dt>{w.date}</dt>
        <dd>
          <DateCell
            {...date}
            label={w.date}
            placeholder={w.today}
            value={draft.issueOn}
            error={errors.issueOn}
            onValue={(issueOn) => set({ issueOn })}
          />
        </dd>
        <dt>{w.due}</dt>
        <dd>
          <DateCell
            {...date}
            label={w.due}
            placeholder={w.addDate}
            value={due}
            error={errors.dueOn}
            onValue={(dueOn) => set({ dueOn, termsDays: null })}
          />{' '}
          <ChoiceCell
            label={w.terms}
            className="meta"
            value={draft.termsDays === null ? '' : String(draft.termsDays)}
            options={[
              ...terms.map((days) => ({
                value: String(days),
                label: plural(words.locale, w.days, days),
              })),
              { value: '', label: w.fixedDate },
            ]}
            onValue={(days) =>
              set(
                days === ''
                  ? { termsDays: null, dueOn: due }
                  : { termsDays: Number(days), dueOn: '' },
              )
            }
          />
        </dd>
        <Supply draft={draft} words={words} date={date} errors={errors} set={set} />
        <dt>{w.reference}</dt>
        <dd>
          <TextCell
            label={w.reference}
            placeholder={w.addReference}
            maxLength={80}
            value={draft.reference}
            error={errors.reference}
            onValue={(reference) => set({ reference })}
          />
        </dd>
      </dl>
    </header>
  );
}

/** When it was delivered: on a day, or over a period. */
function Supply({
  draft,
  words,
  date,
  errors,
  set,
}: {
  draft: EditorDraft;
  words: EditorWords;
  date: { write: (date: string) => string; pickLabel: string; notADate: string };
  errors: Record<string, string | undefined>;
  set: (fields: Partial<EditorDraft>) => void;
}) {
  const w = words.paper;
  const { deliveryOn, periodFrom, periodTo } = draft;
  const mode = periodFrom || periodTo ? 'period' : 'day';
  const today = deliveryOn || periodFrom;
  return (
    <>
      <dt>{mode === 'day' ? w.supplied : w.period}</dt>
      <dd>
        {mode === 'day' ? (
          <>
            <DateCell
              {...date}
              label={w.supplied}
              placeholder={w.addDate}
              value={deliveryOn}
              error={errors.deliveryOn}
              onValue={(value) => set({ deliveryOn: value })}
            />{' '}
            {today && (
              <button
                type="button"
                className="link meta"
                onClick={() =>
                  set({ deliveryOn: '', periodFrom: deliveryOn, periodTo: deliveryOn })
                }
              >
                {w.asPeriod}
              </button>
            )}
          </>
        ) : (
          <>
            <DateCell
              {...date}
              label={w.from}
              placeholder={w.from}
              value={periodFrom}
              error={errors.periodFrom}
              onValue={(value) => set({ periodFrom: value })}
            />
            <DateCell
              {...date}
              label={w.until}
              placeholder={w.until}
              value={periodTo}
              error={errors.periodTo}
              onValue={(value) => set({ periodTo: value })}
            />{' '}
            <button
              type="button"
              className="link meta"
              onClick={() =>
                set({ deliveryOn: periodTo || periodFrom, periodFrom: '', periodTo: '' })
              }
            >
              {w.asDay}
            </button>
          </>
        )}
      </dd>
    </>
  );
}
