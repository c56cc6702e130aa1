import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ActionForm } from '@/components/portal/action-form';
import { type BankFact, bankFacts } from '@/components/portal/bank-details';
import { Computed } from '@/components/portal/computed';
import { History } from '@/components/portal/history';
import { PayAside, PdfButton, VoidCard } from '@/components/portal/invoice-aside';
import { InvoicePaper } from '@/components/portal/paper';
import { BackLink } from '@/components/portal/section-title';
import { PaidInvoiceCard, UnderWayCard } from '@/components/portal/settled-card';
import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { takesCards } from '@/lib/businesses/takes-cards';
import { isId } from '@/lib/forms/is-id';
import { portalPage } from '@/lib/pages/portal-page';
import { clientState } from '@/lib/portal/client-state';
import { type PortalInvoice, readInvoice } from '@/lib/portal/invoice';
import { methodWords } from '@/lib/portal/method-name';
import { recordView } from '@/lib/portal/record-view';
import { pay } from '../../actions';
import { PortalShell } from '../../portal-shell';

type Props = {
  params: Promise<{ business: string; id: string }>;
  searchParams: Promise<{ pdf?: string }>;
};

/** Once a request, for the page and its title; anything that is not this client's is not found. */
const findInvoice = cache(async (ctx: PortalContext, id: string): Promise<PortalInvoice> => {
  if (!isId(id)) notFound();
  try {
    return await readInvoice(ctx, id);
  } catch (error) {
    if (error instanceof Missing) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  const { number } = await findInvoice(ctx, (await params).id);
  return {
    title: { absolute: `${ctx.t('portal.invoice.name')} ${number} · ${ctx.business.name}` },
  };
}

/** One invoice: how it stands, the way to pay it, and its paper. Being here is what "viewed" means. */
export default async function PortalInvoicePage({ params, searchParams }: Props) {
  const ctx = await portalPage(params);
  const { id } = await params;
  const invoice = await findInvoice(ctx, id);
  await recordView(ctx, id, 'PAGE');
  const { business, t, f } = ctx;
  const base = `/portal/${business.slug}`;
  const pdf = `${base}/invoices/${id}/pdf`;
  const { facts, snapshot, currency } = invoice;
  const state = clientState(facts, ctx.today());
  const open = state === 'due' || state === 'overdue' || state === 'partPaid';
  const cards = open && (await takesCards(ctx));
  const history = (key: string) => (
    <History
      id={key}
      events={invoice.history}
      currency={currency}
      business={business.name}
      reader={ctx}
    />
  );
  const payButton = (place: string) => (
    <ActionForm
      action={pay.bind(null, business.slug)}
      signedOut={t('portal.errors.signedOut')}
      className={`no-print mt-4 ${place}`}
    >
      <input type="hidden" name="d[]" value={id} />
      <button type="submit" className="btn btn-main btn-pay w-full">
        {t('portal.toPay.payNow', { amount: f.money(facts.openAmount, currency) })}
      </button>
    </ActionForm>
  );
  const paper = (
    <InvoicePaper
      paper={snapshot}
      title={invoice.title}
      logo={snapshot.logoHash ? `${base}/logo/${snapshot.logoHash}` : null}
      paid={invoice.payments.map((payment) => ({
        id: payment.id,
        amount: payment.amount,
        label: t('pdf.paidBy', {
          date: f.date(payment.on, 'short'),
          method: methodWords(t, payment.method, payment.methodDetail),
        }),
      }))}
      due={state === 'void' ? null : facts.openAmount}
      computed={<Computed paper={snapshot} reader={ctx} />}
      payButton={cards ? payButton('lg:hidden') : null}
      reader={ctx}
    />
  );
  const waiting = (await searchParams).pdf === 'waiting' && (
    <p role="status" className="card mb-4 p-4 text-base">
      {t('portal.invoice.pdfWaiting')}
    </p>
  );
  return (
    <PortalShell ctx={ctx} at={`${base}/invoices`}>
      <BackLink
        href={base}
        icon={<ArrowLeft className="size-4 shrink-0 rtl:-scale-x-100" aria-hidden="true" />}
      >
        {t('frame.portal.overview')}
      </BackLink>
      {waiting}
      {open ? (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18.5rem] lg:gap-10">
          <h1 className="sr-only">
            {t('portal.invoice.name')} {invoice.number}
          </h1>
          <PayAside
            invoice={invoice}
            payButton={cards ? payButton('') : null}
            bank={bankOf(ctx, invoice)}
            pdf={pdf}
            history={history('history')}
            reader={ctx}
          />
          <div className="min-w-0 lg:order-1 lg:row-start-1">{paper}</div>
          <div className="lg:hidden">{history('history-below')}</div>
        </div>
      ) : (
        <div className="mx-auto max-w-3xl space-y-6">
          {state === 'void' && <VoidCard invoice={invoice} pdf={pdf} reader={ctx} />}
          {state === 'paid' && (
            <PaidInvoiceCard invoice={invoice} pdf={pdf} base={base} reader={ctx} />
          )}
          {state === 'processing' && (
            <UnderWayCard
              amount={facts.processingAmount}
              currency={currency}
              date={f.date(invoice.underWaySince ?? ctx.today(), 'short')}
              rest={facts.openAmount - facts.processingAmount}
              buttons={<PdfButton href={pdf} reader={ctx} />}
              reader={ctx}
            />
          )}
          {paper}
          {history('history')}
        </div>
      )}
    </PortalShell>
  );
}

/** The bank details of today, not those of the paper: money sent to a closed account helps nobody. */
function bankOf(ctx: PortalContext, invoice: PortalInvoice): BankFact[] {
  return bankFacts(ctx.t, ctx.business, invoice.number);
}
