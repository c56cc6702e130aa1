import { ArrowRight } from 'lucide-react';
import type { ActionResult } from '@/lib/actions/result';
import { titleOf } from '@/lib/documents/title';
import type { FoundLink } from '@/lib/links/find-link';
import { fromDbDate } from '@/lib/time/calendar-date';
import { ActionForm } from './action-form';
import { Code, LeadMoney } from './money';
import type { Reader } from './reader';

/** What a link opens, and the one button that does it. */
export function LiveLinkCard({
  document,
  name,
  token,
  action,
  reader,
}: {
  document: FoundLink['document'];
  name: string;
  token: string;
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  reader: Reader;
}) {
  const { t } = reader;
  const values = { known: name ? 'yes' : 'no', name };
  return (
    <>
      <h1 className="text-xl leading-snug font-semibold text-balance">
        {t(document ? 'portal.link.invoice' : 'portal.link.account', values)}
      </h1>
      {document && (
        <dl className="mt-5 border-t border-line pt-5">
          <Standing document={document} reader={reader} />
          <dd className="mt-4 text-base wrap-anywhere">{titleOf(document)}</dd>
          <dd className="text-base text-ink-soft">
            {t('portal.invoice.name')} <Code>{document.number ?? ''}</Code>
          </dd>
        </dl>
      )}
      <ActionForm action={action} className="mt-6">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="btn btn-main btn-pay w-full">
          {t(document ? 'portal.link.openInvoice' : 'portal.link.openAccount')}
          <ArrowRight className="size-5 shrink-0 rtl:-scale-x-100" aria-hidden="true" />
        </button>
      </ActionForm>
    </>
  );
}

/** What is due, or that nothing is. */
function Standing({
  document,
  reader: { t, f },
}: {
  document: NonNullable<FoundLink['document']>;
  reader: Reader;
}) {
  const { voidedAt, openAmount, currency, dueOn } = document;
  if (voidedAt || openAmount === 0n) {
    return (
      <dt className="text-base text-ink-soft">
        {t(voidedAt ? 'portal.state.void' : 'portal.state.paid')}
      </dt>
    );
  }
  return (
    <>
      <dt className="text-base text-ink-soft">{t('pdf.amountDue')}</dt>
      <dd className="text-3xl leading-tight font-semibold">
        <LeadMoney f={f} minor={openAmount} currency={currency} />
      </dd>
      {dueOn && (
        <dd className="mt-1 text-base text-ink-soft">
          {t('portal.invoice.dueOn', { date: f.date(fromDbDate(dueOn), 'long') })}
        </dd>
      )}
    </>
  );
}
