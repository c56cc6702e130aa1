import type { Metadata } from 'next';
import { Pages } from '@/components/portal/pages';
import { PaymentList } from '@/components/portal/payment-list';
import { portalPage } from '@/lib/pages/portal-page';
import { paymentPage, paymentsUnderWay } from '@/lib/portal/payments';
import { PortalShell } from '../portal-shell';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ at?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  return { title: { absolute: `${ctx.t('portal.payments.title')} · ${ctx.business.name}` } };
}

/** Every payment of the client, each with its receipt. */
export default async function PortalPayments({ params, searchParams }: Props) {
  const ctx = await portalPage(params);
  const { at } = await searchParams;
  const { business, t } = ctx;
  const base = `/portal/${business.slug}`;
  const [page, underWay] = await Promise.all([
    paymentPage(ctx, { cursor: at }),
    at ? [] : paymentsUnderWay(ctx),
  ]);
  const address = (cursor: string) => `${base}/payments?${new URLSearchParams({ at: cursor })}`;
  return (
    <PortalShell ctx={ctx} at={`${base}/payments`}>
      <div className="mx-auto max-w-3xl">
        <h1 className="text-2xl leading-tight font-semibold ltr:tracking-tight">
          {t('portal.payments.title')}
        </h1>
        {page.rows.length + underWay.length === 0 ? (
          <p className="card mt-4 p-5 text-ink-soft">{t('portal.payments.empty')}</p>
        ) : (
          <div className="card mt-4 px-4 pb-2 sm:px-6 [&_li:first-child]:border-t-0">
            <PaymentList underWay={underWay} rows={page.rows} base={base} reader={ctx} />
          </div>
        )}
        <Pages
          newer={page.newer && address(page.newer)}
          older={page.older && address(page.older)}
          t={t}
        />
      </div>
    </PortalShell>
  );
}
