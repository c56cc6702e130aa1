import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { ActionForm } from '@/components/portal/action-form';
import { Code, LeadMoney, Money } from '@/components/portal/money';
import { BackLink } from '@/components/portal/section-title';
import type { PortalContext } from '@/lib/auth/context';
import { takesCards } from '@/lib/businesses/takes-cards';
import { isId } from '@/lib/forms/is-id';
import { isCurrency } from '@/lib/money/currencies';
import { sum } from '@/lib/money/money';
import { portalPage } from '@/lib/pages/portal-page';
import { type Choice, MOST_AT_ONCE, type PayableInvoice, readPayable } from '@/lib/portal/payable';
import { fromDbDate } from '@/lib/time/calendar-date';
import { PortalShell } from '../portal-shell';
import { payTogether } from './actions';

type Query = { d?: string | string[]; what?: string; currency?: string };

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  return { title: { absolute: `${ctx.t('portal.pay.title')} · ${ctx.business.name}` } };
}

/** States what several invoices come to, before anything is taken. One sum a currency. */
export default async function PortalPay({ params, searchParams }: Props) {
  const ctx = await portalPage(params);
  const query = await searchParams;
  const { business, t } = ctx;
  const base = `/portal/${business.slug}`;
  const wanted = [query.d ?? []].flat();
  const [found, cards] = await Promise.all([
    readPayable(ctx, choiceOf(ctx, query)),
    takesCards(ctx),
  ]);
  const currencies = [...new Set(found.map(({ currency }) => currency))];
  const leftOut = wanted.length - found.length;
  return (
    <PortalShell ctx={ctx} at={`${base}/pay`}>
      <div className="mx-auto max-w-3xl">
        <BackLink
          href={base}
          icon={<ArrowLeft className="size-4 shrink-0 rtl:-scale-x-100" aria-hidden="true" />}
        >
          {t('frame.portal.overview')}
        </BackLink>
        <h1 className="text-2xl leading-tight font-semibold ltr:tracking-tight">
          {t('portal.pay.title')}
        </h1>
        {found.length === 0 && (
          <p className="card mt-4 p-5 text-ink-soft">{t('portal.pay.nothing')}</p>
        )}
        {found.length > 0 && !cards && (
          <p className="card mt-4 p-5 text-ink-soft">{t('portal.pay.noCards')}</p>
        )}
        {found.length > 0 && leftOut > 0 && (
          <p className="mt-2 text-base text-ink-soft">
            {t('portal.pay.leftOut', { count: leftOut })}
          </p>
        )}
        {found.length === MOST_AT_ONCE && (
          <p className="mt-2 text-base text-ink-soft">
            {t('portal.pay.most', { count: MOST_AT_ONCE })}
          </p>
        )}
        {cards &&
          currencies.map((currency) => (
            <Together
              key={currency}
              invoices={found.filter((invoice) => invoice.currency === currency)}
              currency={currency}
              ctx={ctx}
            />
          ))}
      </div>
    </PortalShell>
  );
}

function Together({
  invoices,
  currency,
  ctx,
}: {
  invoices: PayableInvoice[];
  currency: string;
  ctx: PortalContext;
}) {
  const { t, f, business } = ctx;
  const total = sum(invoices.map(({ amount }) => amount));
  return (
    <section className="card mt-4" aria-label={f.money(total, currency)}>
      <div className="p-5 sm:p-8">
        <p className="text-ink-soft">{t('portal.pay.together', { count: invoices.length })}</p>
        <p className="mt-1 text-4xl leading-[1.1] font-semibold ltr:tracking-tight">
          <LeadMoney f={f} minor={total} currency={currency} />
        </p>
        <ActionForm
          action={payTogether.bind(null, business.slug)}
          signedOut={t('portal.errors.signedOut')}
          className="mt-6"
        >
          {invoices.map(({ id }) => (
            <input key={id} type="hidden" name="d[]" value={id} />
          ))}
          <button type="submit" className="btn btn-main btn-pay max-sm:w-full">
            {t('portal.toPay.payNow', { amount: f.money(total, currency) })}
          </button>
        </ActionForm>
        <p className="mt-3 text-base text-pretty text-ink-soft">{t('portal.pay.next')}</p>
      </div>
      <ul className="grid grid-cols-[minmax(0,1fr)_auto] border-t border-line px-5 sm:px-8">
        {invoices.map((invoice) => (
          <li
            key={invoice.id}
            className="col-span-2 grid grid-cols-subgrid items-baseline gap-x-4 border-t border-line py-3 first:border-t-0"
          >
            <span className="min-w-0 wrap-anywhere">
              {invoice.title || invoice.number}
              <span className="block text-base text-ink-soft">
                <Code>{invoice.number}</Code>
                {invoice.dueOn &&
                  ` · ${t('portal.invoice.dueOn', { date: f.date(fromDbDate(invoice.dueOn), 'short') })}`}
              </span>
            </span>
            <span className="num">
              <Money f={f} minor={invoice.amount} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function choiceOf(ctx: PortalContext, query: Query): Choice {
  if (query.what === 'all' || query.what === 'overdue') {
    const currency = isCurrency(query.currency) ? query.currency : ctx.party.currency;
    return { what: query.what, currency };
  }
  return { ids: [query.d ?? []].flat().filter((id) => isId(id)) };
}
