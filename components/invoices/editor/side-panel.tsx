'use client';
import { ChevronDown, CircleCheck, OctagonX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { StatusPill } from '@/components/ui/status-pill';
import { isLocale } from '@/lib/i18n/locale';
import { plural } from '@/lib/i18n/plural';
import type { ClientAccount } from '@/lib/invoices/editor-data';
import type { PreflightCheck } from '@/lib/invoices/preflight';
import { CURRENCIES } from '@/lib/money/currencies';
import { formatMoney } from '@/lib/money/format-money';
import type { EditorDraft } from './editor-state';
import { type EditorWords, fill } from './editor-words';

/** Beside the paper: what to look at before it goes, how it is written, and how the client stands. */
export function SidePanel({
  draft,
  checks,
  standing,
  clientName,
  words,
  set,
  onDueOn,
}: {
  draft: EditorDraft;
  /** Null until the draft is stored. */
  checks: PreflightCheck[] | null;
  standing: ClientAccount[] | null;
  clientName: string | null;
  words: EditorWords;
  set: (fields: Partial<EditorDraft>) => void;
  onDueOn: (date: string) => void;
}) {
  const w = words.side;
  const open = checks?.filter((check) => check.severity !== 'fine').length ?? 0;
  return (
    <aside>
      <section className="panel">
        <h2 className="panel-title flex items-center">
          {w.before}
          {checks && (
            <StatusPill tone={open > 0 ? 'warn' : 'paid'} className="ms-auto">
              {open > 0 ? plural(words.locale, w.toLookAt, open) : w.ready}
            </StatusPill>
          )}
        </h2>
        {checks ? (
          <ul className="flex flex-col gap-2.5 text-sm">
            {checks.map((check) => (
              <Check key={check.id} check={check} onDueOn={onDueOn} />
            ))}
          </ul>
        ) : (
          <p className="meta">{w.afterSaving}</p>
        )}
      </section>
      <section className="panel">
        <h2 className="panel-title">{w.settings}</h2>
        <div className="flex flex-col gap-3">
          <label className="field">
            <span className="label">{w.currency}</span>
            <span className="select">
              <select
                className="input compact"
                value={draft.currency}
                onChange={(event) => set({ currency: event.target.value })}
              >
                {CURRENCIES.map((currency) => (
                  <option key={currency}>{currency}</option>
                ))}
              </select>
              <ChevronDown className="icon icon-sm" aria-hidden="true" />
            </span>
          </label>
          <label className="field">
            <span className="label">{w.language}</span>
            <span className="select">
              <select
                className="input compact"
                value={draft.locale}
                onChange={(event) => {
                  if (isLocale(event.target.value)) set({ locale: event.target.value });
                }}
              >
                {w.languages.map(({ value, label }) => (
                  <option key={value} value={value} lang={value}>
                    {label}
                  </option>
                ))}
              </select>
              <ChevronDown className="icon icon-sm" aria-hidden="true" />
            </span>
          </label>
          <label className="option">
            <span>{w.pricesIncludeTax}</span>
            <input
              type="checkbox"
              className="pick"
              checked={draft.pricesIncludeTax}
              onChange={(event) => set({ pricesIncludeTax: event.target.checked })}
            />
          </label>
        </div>
      </section>
      {clientName && standing && (
        <section className="panel">
          <h2 className="panel-title">{fill(w.now, { client: clientName })}</h2>
          <Standing standing={standing} words={words} />
        </section>
      )}
    </aside>
  );
}

const ICONS = {
  stop: <OctagonX className="icon text-overdue" aria-hidden="true" />,
  warn: <TriangleAlert className="icon text-warn" aria-hidden="true" />,
  fine: <CircleCheck className="icon text-paid" aria-hidden="true" />,
};

function Check({ check, onDueOn }: { check: PreflightCheck; onDueOn: (date: string) => void }) {
  const { severity, text, note, remedy } = check;
  const { dueOn, href, label } = remedy ?? {};
  return (
    <li className="preflight">
      {ICONS[severity]}
      <div className="min-w-0">
        {text}
        {note && (
          <div className="meta">
            <bdi>{note}</bdi>
          </div>
        )}
        {dueOn && (
          <div className="meta">
            <button type="button" className="link" onClick={() => onDueOn(dueOn)}>
              {label}
            </button>
          </div>
        )}
        {href && (
          <div className="meta">
            <Link href={href} prefetch={false} className="link" target="_blank">
              {label}
            </Link>
          </div>
        )}
      </div>
    </li>
  );
}

function Standing({ standing, words }: { standing: ClientAccount[]; words: EditorWords }) {
  const w = words.side;
  const due = standing.filter(({ open, credit }) => open !== '0' || credit !== '0');
  if (due.length === 0) return <p className="meta">{w.nothingOpen}</p>;
  const money = (minor: string, currency: string) => formatMoney(minor, currency, words.locale);
  return (
    <dl className="facts">
      {due.map(({ currency, open, overdue, credit }) => (
        <div className="contents" key={currency}>
          <dt>{w.outstanding}</dt>
          <dd className="num">{money(open, currency)}</dd>
          {overdue !== '0' && (
            <>
              <dt className="late">{w.overdue}</dt>
              <dd className="num late">{money(overdue, currency)}</dd>
            </>
          )}
          {credit !== '0' && (
            <>
              <dt>{w.credit}</dt>
              <dd className="num">{money(credit, currency)}</dd>
            </>
          )}
        </div>
      ))}
    </dl>
  );
}
