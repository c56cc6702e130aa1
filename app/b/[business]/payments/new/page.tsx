import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { PayerPicker } from '@/components/payments/payer-picker';
import { PaymentForm } from '@/components/payments/payment-form';
import { FormPart } from '@/components/ui/form-part';
import { comboboxWords, dateWords, formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { currencySign } from '@/lib/money/currency-sign';
import { sum, toDecimalText } from '@/lib/money/money';
import { staffPage } from '@/lib/pages/staff-page';
import { MANUAL_METHODS } from '@/lib/payments/list-filters';
import { type NewPaymentStart, newPaymentStart } from '@/lib/payments/new-payment';
import { recordPayment } from '../actions';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'payments.record');
  return { title: ctx.t('payments.form.title') };
}

export default async function Page({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'payments.record');
  const { t, locale, business } = ctx;
  const search = await searchParams;
  const asked = (name: string) => [search[name]].flat()[0];
  const start = await newPaymentStart(ctx, {
    client: asked('client'),
    invoice: asked('invoice'),
    currency: asked('currency'),
  });
  const base = `/b/${business.slug}/payments`;
  if (!start) {
    return (
      <>
        <PageHeader title={t('payments.form.title')} />
        <div className="form">
          <FormPart title={t('payments.form.who')} note={t('payments.form.whoNote')}>
            <PayerPicker
              label={t('payments.form.client')}
              placeholder={t('payments.form.clientPlaceholder')}
              clientsUrl={`/b/${business.slug}/clients/suggest`}
              formUrl={`${base}/new`}
              words={comboboxWords(t)}
            />
          </FormPart>
        </div>
      </>
    );
  }
  const { client, currency, invoices, amount } = start;
  const invoiceQuery = asked('invoice') && amount !== null ? `&invoice=${asked('invoice')}` : '';
  return (
    <PaymentForm
      // Another client or currency is another payment.
      key={`${client.id} ${currency}`}
      action={recordPayment.bind(null, business.slug)}
      id={newId()}
      client={{ id: client.id, name: client.name, note: owes(ctx, start) }}
      currency={currency}
      currencies={start.currencies.map((code) => ({
        href: `${base}/new?client=${client.id}&currency=${code}${code === currency ? invoiceQuery : ''}`,
        label: code,
        current: code === currency,
      }))}
      sign={currencySign(currency, locale)}
      initialAmount={amount === null ? '' : toDecimalText(amount, currency)}
      today={ctx.today()}
      invoices={invoices.map((invoice) => settleInvoice(ctx, invoice))}
      methods={MANUAL_METHODS.map((value) => ({ value, label: t(`payments.methods.${value}`) }))}
      mailsReceipt={client.email ? business.receiptMail : null}
      locale={locale}
      words={words(ctx, start)}
      formWords={formWords(t, locale)}
      pickHref={`${base}/new`}
      cancelHref={asked('invoice') ? `/b/${business.slug}/invoices/${asked('invoice')}` : base}
    />
  );
}

function settleInvoice(ctx: StaffContext, invoice: NewPaymentStart['invoices'][number]) {
  const { t, f } = ctx;
  const due = invoice.dueOn && t('payments.form.dueOn', { date: f.date(invoice.dueOn, 'short') });
  return {
    id: invoice.id,
    number: invoice.number,
    open: String(invoice.open),
    openText: t('payments.form.openOf', { open: f.money(invoice.open, invoice.currency) }),
    note: invoice.processing > 0n ? t('payments.form.processing') : (due ?? ''),
    late: invoice.processing === 0n && invoice.dueOn !== null && invoice.dueOn < ctx.today(),
    label: t('payments.form.settleRow', { number: invoice.number }),
  };
}

function owes({ t, f }: StaffContext, { invoices, currency }: NewPaymentStart): string {
  const open = sum(invoices.map((invoice) => invoice.open));
  return open > 0n ? t('payments.form.owes', { amount: f.money(open, currency) }) : '';
}

function words(ctx: StaffContext, { client, currency }: NewPaymentStart) {
  const { t } = ctx;
  const { pickLabel, invalidLabel } = dateWords(t);
  const amount = '{amount}';
  return {
    title: t('payments.form.title'),
    needed: t('common.form.needed'),
    who: t('payments.form.who'),
    changeClient: t('payments.form.changeClient'),
    money: t('payments.form.money'),
    moneyNote: t('payments.form.moneyNote'),
    currency: t('payments.form.currency'),
    amount: t('payments.form.amount'),
    receivedOn: t('payments.form.receivedOn'),
    pickDate: pickLabel,
    invalidDate: invalidLabel,
    method: t('payments.form.method'),
    reference: t('payments.form.reference'),
    referenceHelp: t('payments.form.referenceHelp'),
    settle: t('payments.form.settle'),
    settleNote: t('payments.form.settleNote'),
    nothingOpen: t('payments.form.nothingOpen', { client: client.name, currency }),
    suggest: t('payments.form.suggest'),
    becomesCredit: t('payments.form.becomesCredit', { amount }),
    overSettled: t('payments.form.overSettled', { amount }),
    allSettled: t('payments.form.allSettled'),
    receipt: client.email
      ? t('payments.form.receipt', { email: client.email })
      : t('payments.form.noEmail', { client: client.name }),
    receiptHelp: t('payments.form.receiptHelp'),
    cancel: t('common.form.cancel'),
    save: t('payments.form.save'),
    saved: t('payments.form.saved'),
  };
}
