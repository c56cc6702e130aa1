import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { Panel, Section, Split } from '@/components/layout/section';
import { MessageList } from '@/components/messages/message-list';
import { ApplyCredit } from '@/components/payments/apply-credit';
import { PaymentStatePill } from '@/components/payments/payment-state';
import { SettledInvoices } from '@/components/payments/settled-invoices';
import { TakenBack } from '@/components/payments/taken-back';
import { Amount, Ltr } from '@/components/ui/amount';
import { Button, LinkButton } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Facts } from '@/components/ui/facts';
import { Figures } from '@/components/ui/figures';
import { TextAreaField } from '@/components/ui/text-area';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { sum } from '@/lib/money/money';
import { staffPage } from '@/lib/pages/staff-page';
import { findPayment, type PaymentRecord } from '@/lib/payments/payment-record';
import { creditOf, openInvoicesOf } from '@/lib/payments/queries';
import { stripePaymentUrl } from '@/lib/payments/stripe-payment-url';
import { fromDbDate } from '@/lib/time/calendar-date';
import { applyCredit, undoPayment } from '../actions';

type Props = { params: Promise<{ business: string; id: string }> };

/** Enough to choose from here; the rest is on the client's page. */
const MOST_OPEN = 8;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'payments.read');
  return { title: ctx.t('payments.list.title') };
}

export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'payments.read');
  const payment = await findPayment(ctx, (await params).id);
  if (!payment) notFound();
  const { t, f, business } = ctx;
  const base = `/b/${business.slug}`;
  const { currency, party, state } = payment;
  const hasTakenBack = payment.refunds.length > 0 || payment.disputes.length > 0;
  return (
    <>
      <PageHeader
        crumb={{ href: `${base}/payments`, label: t('payments.list.title') }}
        title={t('payments.page.title', { amount: f.money(payment.amount, currency) })}
        status={<PaymentStatePill t={t} state={state} />}
        meta={
          <>
            <Link href={`${base}/clients/${party.id}`} prefetch={false} className="link" dir="auto">
              {party.displayName}
            </Link>
            <span>{f.date(fromDbDate(payment.receivedOn), 'long')}</span>
          </>
        }
        actions={<Actions ctx={ctx} payment={payment} />}
      />
      <PaymentFigures ctx={ctx} payment={payment} />
      <Split
        aside={
          <Panel title={t('payments.page.facts')}>
            <PaymentFacts ctx={ctx} payment={payment} />
          </Panel>
        }
      >
        <Section title={t('payments.page.documents')}>
          {payment.allocations.length > 0 ? (
            <div className="table-wrap">
              <SettledInvoices t={t} f={f} base={`${base}/invoices`} payment={payment} />
            </div>
          ) : (
            <p className="px-6 py-3 text-ink-soft max-md:px-4">
              {state === 'undone' || payment.credit === 0n
                ? t('payments.page.noDocumentsUndone')
                : t('payments.page.noDocuments', { client: party.displayName })}
            </p>
          )}
        </Section>
        {payment.credit > 0n && ctx.may('payments.record') && (
          <UseCredit ctx={ctx} payment={payment} base={base} />
        )}
        {hasTakenBack && (
          <Section title={t('payments.page.refunds')}>
            <TakenBack t={t} f={f} payment={payment} />
          </Section>
        )}
        {ctx.may('messages.read') && (
          <Section title={t('payments.page.receipt')}>
            {payment.messages.length > 0 ? (
              <div className="table-wrap">
                <MessageList ctx={ctx} rows={payment.messages} />
              </div>
            ) : (
              <p className="px-6 py-3 text-ink-soft max-md:px-4">{t('payments.page.noReceipt')}</p>
            )}
          </Section>
        )}
      </Split>
    </>
  );
}

async function UseCredit({
  ctx,
  payment,
  base,
}: {
  ctx: StaffContext;
  payment: PaymentRecord;
  base: string;
}) {
  const { t, f, locale, business } = ctx;
  const { party, currency } = payment;
  const [open, credit] = await Promise.all([
    openInvoicesOf(ctx, party.id, currency),
    creditOf(ctx, party.id, currency),
  ]);
  if (open.length === 0) return null;
  return (
    <Section title={t('payments.page.useCredit')}>
      <ul>
        {open.slice(0, MOST_OPEN).map((invoice) => (
          <li
            key={invoice.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-6 py-2 text-sm max-md:px-4"
          >
            <Link href={`${base}/invoices/${invoice.id}`} prefetch={false} className="link">
              <Ltr>{invoice.number}</Ltr>
            </Link>
            <span className="meta">
              {t('payments.page.openOf', { open: f.money(invoice.open, currency) })}
            </span>
            <span className="ms-auto">
              <ApplyCredit
                t={t}
                f={f}
                locale={locale}
                action={applyCredit.bind(null, business.slug)}
                invoice={invoice}
                credit={credit}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Actions({ ctx, payment }: { ctx: StaffContext; payment: PaymentRecord }) {
  const { t, business } = ctx;
  return (
    <>
      <LinkButton
        href={`/b/${business.slug}/payments/${payment.id}/receipt?download`}
        icon={<Download />}
        download
      >
        {t('payments.page.receiptPdf')}
      </LinkButton>
      <TakeBack ctx={ctx} payment={payment} />
    </>
  );
}

/** Undoing what was recorded by hand; what came through Stripe is refunded there. */
function TakeBack({ ctx, payment }: { ctx: StaffContext; payment: PaymentRecord }) {
  const { t, f, locale, business } = ctx;
  if (payment.providerId) {
    const url = stripePaymentUrl(payment.providerId, payment.live);
    return url ? <LinkButton href={url}>{t('payments.page.openAtStripe')}</LinkButton> : null;
  }
  if (payment.reversedAt || !ctx.may('payments.undo')) return null;
  return (
    <ConfirmDialog
      trigger={<Button>{t('payments.undo.open')}</Button>}
      title={t('payments.undo.title', { amount: f.money(payment.amount, payment.currency) })}
      body={t('payments.undo.body')}
      confirm={t('payments.undo.confirm')}
      cancel={t('payments.undo.cancel')}
      danger
      action={undoPayment.bind(null, business.slug)}
      words={formWords(t, locale)}
      saved={t('payments.undo.done')}
      fields={{ id: payment.id, version: String(payment.version) }}
    >
      <TextAreaField name="reason" label={t('payments.undo.reason')} required rows={3} />
    </ConfirmDialog>
  );
}

function PaymentFigures({ ctx, payment }: { ctx: StaffContext; payment: PaymentRecord }) {
  const { t, f } = ctx;
  const { currency, refundedAmount, disputedAmount, credit } = payment;
  const amount = (minor: bigint) => <Amount parts={f.moneyParts(minor, currency)} />;
  return (
    <Figures
      small
      label={t('payments.page.figures')}
      figures={[
        {
          label: t('payments.page.received'),
          value: amount(payment.amount),
          note: f.date(fromDbDate(payment.receivedOn)),
        },
        {
          label: t('payments.page.settled'),
          value: amount(sum(payment.allocations.map((row) => row.amount))),
        },
        ...(refundedAmount > 0n
          ? [{ label: t('payments.page.refunded'), value: amount(refundedAmount) }]
          : []),
        ...(disputedAmount > 0n
          ? [
              {
                label: t('payments.page.disputed'),
                value: amount(disputedAmount),
                note: t('payments.page.disputedNote'),
                late: true,
              },
            ]
          : []),
        {
          label: t('payments.page.credit'),
          value: amount(credit),
          note: credit > 0n && t('payments.page.creditNote', { client: payment.party.displayName }),
        },
      ]}
    />
  );
}

function PaymentFacts({ ctx, payment }: { ctx: StaffContext; payment: PaymentRecord }) {
  const { t, f } = ctx;
  const { methodDetail, providerId, reversedAt } = payment;
  return (
    <>
      <Facts
        facts={[
          {
            label: t('payments.page.client'),
            value: <span dir="auto">{payment.party.displayName}</span>,
          },
          {
            label: t('payments.page.method'),
            value: (
              <>
                {t(`payments.methods.${payment.method}`)}{' '}
                {methodDetail && <Ltr className="whitespace-nowrap">{methodDetail}</Ltr>}
              </>
            ),
          },
          { label: t('payments.page.receivedOn'), value: f.date(fromDbDate(payment.receivedOn)) },
          {
            label: t('payments.page.reference'),
            value: payment.reference && <bdi>{payment.reference}</bdi>,
          },
          { label: t('payments.page.recorded'), value: f.instant(payment.createdAt) },
          { label: t('payments.page.recordedBy'), value: payment.recordedBy },
          {
            label: t('payments.page.provider'),
            value: providerId && <Ltr className="break-all text-xs">{providerId}</Ltr>,
          },
          {
            label: t('payments.page.undoneOn'),
            value: reversedAt && f.instant(reversedAt),
            late: true,
          },
          { label: t('payments.page.reason'), value: payment.reversalReason },
        ]}
      />
      {providerId && ctx.may('payments.undo') && (
        <p className="meta mt-3">{t('payments.page.refundNote')}</p>
      )}
    </>
  );
}
