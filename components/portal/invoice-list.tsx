import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActionResult } from '@/lib/actions/result';
import type { InvoiceRow, Shown } from '@/lib/portal/invoices';
import { ActionForm } from './action-form';
import { Code, Money } from './money';
import { InvoicePill } from './pill';
import type { Reader } from './reader';

type PayAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

/**
 * Invoices with boxes and, once one is ticked, a bar to download or pay them: one form with two targets, counted by CSS.
 * `ticked` says which boxes the server ticked; `pay` is null where no card is taken.
 */
export function InvoiceList({
  rows,
  base,
  pay,
  ticked,
  reader,
  links,
}: {
  rows: InvoiceRow[];
  /** The portal's own address. */
  base: string;
  pay: PayAction | null;
  ticked: 'none' | 'unpaid' | 'all';
  reader: Reader;
  /** Below the rows: tick all, all invoices, pages. */
  links: ReactNode;
}) {
  const { t } = reader;
  const bar = (
    <div className="pickbar no-print sticky bottom-0 z-20 items-center gap-2 rounded-b-lg border-t border-line-strong bg-surface p-3 pb-[max(.75rem,env(safe-area-inset-bottom))] shadow-(--shadow-pop) sm:px-5">
      <button
        type="submit"
        className="btn grow max-sm:px-3 sm:grow-0"
        formAction={`${base}/invoices/download`}
        formMethod="post"
      >
        <Download className="size-5 shrink-0" aria-hidden="true" />
        <span>
          {t('portal.invoices.download')} (<span className="n-picked" />)
        </span>
      </button>
      {pay && (
        <button
          type="submit"
          className="btn btn-main pay-picked grow max-sm:px-3 sm:ms-auto sm:grow-0"
        >
          <span>
            {t('portal.invoices.pay')} (<span className="n-payable" />)
          </span>
        </button>
      )}
    </div>
  );
  const body = (
    <>
      <ul className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] sm:grid-cols-[4.25rem_minmax(0,1fr)_auto]">
        {rows.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            first={index === 0}
            href={`${base}/invoices/${row.id}`}
            ticked={ticked === 'all' || (ticked === 'unpaid' && row.payable)}
            reader={reader}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-6 border-t border-line px-5 text-base">
        {links}
      </div>
      {bar}
    </>
  );
  if (pay) {
    return (
      <ActionForm
        action={pay}
        signedOut={t('portal.errors.signedOut')}
        className="picking card mt-2"
      >
        {body}
      </ActionForm>
    );
  }
  return (
    <form method="post" action={`${base}/invoices/download`} className="picking card mt-2">
      {body}
    </form>
  );
}

function Row({
  row,
  first,
  href,
  ticked,
  reader,
}: {
  row: InvoiceRow;
  first: boolean;
  href: string;
  ticked: boolean;
  reader: Reader;
}) {
  const { t, f } = reader;
  const { currency, openAmount, totalAmount, voidedAt } = row;
  const partly = !voidedAt && openAmount > 0n && openAmount < totalAmount;
  const shown = openAmount > 0n ? openAmount : totalAmount;
  return (
    <li
      className={`relative col-span-3 grid grid-cols-subgrid items-start px-2 py-3 hover:bg-canvas has-checked:bg-canvas sm:px-4 ${first ? 'rounded-t-lg' : 'border-t border-line'}`}
    >
      <label className="z-10 row-span-2 flex size-11 items-center justify-center">
        <input
          type="checkbox"
          className={`pick ${row.payable ? 'open' : ''}`}
          name="d[]"
          value={row.id}
          defaultChecked={ticked}
          aria-label={t('portal.invoices.tick', { number: row.number })}
        />
      </label>
      <div className="min-w-0 pt-0.5">
        <a href={href} className="font-medium wrap-anywhere after:absolute after:inset-0">
          {row.title || row.number}
        </a>
      </div>
      <p
        className={`num ps-2 pt-0.5 ${openAmount > 0n ? 'font-semibold' : 'text-ink-soft'} ${voidedAt ? 'line-through' : ''}`}
      >
        <Money f={f} minor={shown} currency={currency} />
      </p>
      <p
        className={`col-start-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-base text-ink-soft ${partly ? '' : 'max-sm:col-span-2'}`}
      >
        <span className="leading-snug max-sm:basis-full">
          <Code>{row.number}</Code> ·{' '}
          <span className="whitespace-nowrap">{f.date(row.issueOn, 'medium')}</span>
        </span>
        <InvoicePill invoice={row} reader={reader} />
      </p>
      {partly && (
        <p className="num ps-2 text-base text-ink-soft">
          {t('portal.invoices.of', { amount: f.moneyPlain(totalAmount, currency) })}
        </p>
      )}
    </li>
  );
}

/** All, to pay, paid. `path` is the page they filter. */
export function ShownTabs({ path, shown, t }: { path: string; shown: Shown; t: Reader['t'] }) {
  const hash = path.includes('#') ? '' : '#invoices';
  const tabs: { shown: Shown; label: string }[] = [
    { shown: 'all', label: t('portal.invoices.tabs.all') },
    { shown: 'toPay', label: t('portal.invoices.tabs.toPay') },
    { shown: 'paid', label: t('portal.invoices.tabs.paid') },
  ];
  return (
    <nav className="-me-2.5 flex text-base" aria-label={t('portal.invoices.title')}>
      {tabs.map((tab) => (
        <a
          key={tab.shown}
          href={`${path}${tab.shown === 'all' ? '' : `?show=${tab.shown}`}${hash}`}
          aria-current={tab.shown === shown ? 'page' : undefined}
          className="inline-flex min-h-11 items-center px-2.5 text-ink-soft aria-[current]:font-medium aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8"
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
