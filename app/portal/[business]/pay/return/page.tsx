import { CircleAlert, Clock } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StateCard } from '@/components/portal/invoice-aside';
import { Pill } from '@/components/portal/pill';
import { PaidCard, ReceiptButton, UnderWayCard } from '@/components/portal/settled-card';
import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { isId } from '@/lib/forms/is-id';
import { portalPage } from '@/lib/pages/portal-page';
import { checkCheckout } from '@/lib/payments/check-checkout';
import { type PortalCheckout, readCheckout } from '@/lib/portal/checkout';
import { PortalShell } from '../../portal-shell';

/** How often, and how many times, the page asks again by itself. */
const LOOK_AGAIN_SECONDS = 3;
const MOST_LOOKS = 20;

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ checkout?: string; look?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  return { title: { absolute: `${ctx.t('portal.return.title')} · ${ctx.business.name}` } };
}

/** Where Stripe's page leads back to: asks what has become of the payment and says it, and what to do next. */
export default async function PortalPaymentReturn({ params, searchParams }: Props) {
  const ctx = await portalPage(params);
  const { checkout: id = '', look } = await searchParams;
  const checkout = await findCheckout(ctx, id);
  const looks = Math.min(Number(/^\d{1,2}$/.test(look ?? '') ? look : 0), MOST_LOOKS);
  const base = `/portal/${ctx.business.slug}`;
  const waiting = checkout.state === 'OPEN' && looks < MOST_LOOKS;
  return (
    <PortalShell ctx={ctx} at={`${base}/pay/return`}>
      {waiting && (
        <meta
          httpEquiv="refresh"
          content={`${LOOK_AGAIN_SECONDS};url=${base}/pay/return?checkout=${id}&look=${looks + 1}`}
        />
      )}
      <div className="mx-auto max-w-3xl">
        <Outcome checkout={checkout} waiting={waiting} base={base} ctx={ctx} />
      </div>
    </PortalShell>
  );
}

async function findCheckout(ctx: PortalContext, id: string): Promise<PortalCheckout> {
  if (!isId(id)) notFound();
  try {
    // The same check as the webhook's: whoever comes first writes it into the books, once.
    await checkCheckout(ctx, id);
    return await readCheckout(ctx, id);
  } catch (error) {
    if (error instanceof Missing) notFound();
    throw error;
  }
}

function Outcome({
  checkout,
  waiting,
  base,
  ctx,
}: {
  checkout: PortalCheckout;
  waiting: boolean;
  base: string;
  ctx: PortalContext;
}) {
  const { t, f } = ctx;
  const { amount, currency, paymentId, invoices } = checkout;
  const [only] = invoices;
  const target = invoices.length === 1 && only ? `${base}/invoices/${only.id}` : base;
  const back = (
    <a className="btn max-sm:w-full" href={target}>
      {t(invoices.length === 1 ? 'portal.return.toInvoice' : 'portal.return.toOverview')}
    </a>
  );
  switch (checkout.state) {
    case 'PAID':
      return (
        <PaidCard
          title={t('portal.return.paid')}
          amount={amount}
          currency={currency}
          reader={ctx}
          buttons={
            <>
              {paymentId && <ReceiptButton href={`${base}/payments/${paymentId}`} reader={ctx} />}
              {back}
            </>
          }
        >
          <p className="mt-2 text-pretty text-ink-soft">{t('portal.return.paidBody')}</p>
          <Numbers checkout={checkout} base={base} />
        </PaidCard>
      );
    case 'PROCESSING':
      return (
        <UnderWayCard
          amount={amount}
          currency={currency}
          date={f.instantDate(checkout.createdAt, 'short')}
          buttons={back}
          reader={ctx}
        />
      );
    case 'OPEN':
      return (
        <StateCard
          pill={
            <Pill tone="due" icon={<Clock aria-hidden="true" />}>
              {t('portal.return.checking')}
            </Pill>
          }
          title={t(waiting ? 'portal.return.waiting' : 'portal.return.unknown')}
          buttons={back}
        >
          <p className="mt-2 text-pretty text-ink-soft" role="status">
            {t(waiting ? 'portal.return.waitingBody' : 'portal.return.unknownBody')}
          </p>
        </StateCard>
      );
    case 'EXPIRED':
    case 'FAILED':
      return (
        <StateCard
          pill={
            <Pill tone="overdue" icon={<CircleAlert aria-hidden="true" />}>
              {t('portal.return.notPaid')}
            </Pill>
          }
          title={t(checkout.state === 'FAILED' ? 'portal.return.failed' : 'portal.return.expired')}
          buttons={back}
        >
          <p className="mt-2 text-pretty text-ink-soft">
            {t(
              checkout.state === 'FAILED'
                ? 'portal.return.failedBody'
                : 'portal.return.expiredBody',
            )}
          </p>
        </StateCard>
      );
  }
}

function Numbers({ checkout, base }: { checkout: PortalCheckout; base: string }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 text-base">
      {checkout.invoices.map(({ id, number }) => (
        <li key={id}>
          <a className="link inline-flex min-h-11 items-center" href={`${base}/invoices/${id}`}>
            <bdi dir="ltr">{number}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
