import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { logoAddress } from '@/components/portal/link-frame';
import { ReceiptPaper } from '@/components/portal/receipt-paper';
import { BackLink } from '@/components/portal/section-title';
import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { isId } from '@/lib/forms/is-id';
import { portalPage } from '@/lib/pages/portal-page';
import { readReceipt } from '@/lib/portal/payments';
import { PortalShell } from '../../portal-shell';

type Props = { params: Promise<{ business: string; id: string }> };

const findReceipt = cache(async (ctx: PortalContext, id: string) => {
  if (!isId(id)) notFound();
  try {
    return await readReceipt(ctx, id);
  } catch (error) {
    if (error instanceof Missing) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  await findReceipt(ctx, (await params).id);
  return { title: { absolute: `${ctx.t('portal.payments.receipt')} · ${ctx.business.name}` } };
}

/** The receipt of one payment: what came, when and how, and which invoices it settled. Prints as a paper. */
export default async function PortalReceipt({ params }: Props) {
  const ctx = await portalPage(params);
  const receipt = await findReceipt(ctx, (await params).id);
  const { business, t } = ctx;
  const base = `/portal/${business.slug}`;
  return (
    <PortalShell ctx={ctx} at={`${base}/payments`}>
      <div className="mx-auto max-w-3xl">
        <BackLink
          href={`${base}/payments`}
          icon={<ArrowLeft className="size-4 shrink-0 rtl:-scale-x-100" aria-hidden="true" />}
        >
          {t('portal.payments.title')}
        </BackLink>
        <p className="no-print mb-4">
          <a className="btn" href={`${base}/payments/${receipt.id}/pdf`} download>
            {t('portal.invoice.pdf')}
          </a>
        </p>
        <ReceiptPaper
          receipt={receipt}
          business={business}
          client={ctx.party.displayName}
          logo={logoAddress(business)}
          base={base}
          reader={ctx}
        />
      </div>
    </PortalShell>
  );
}
