import { Ban, Banknote, Copy, Download, Ellipsis, MailCheck, Send } from 'lucide-react';
import { notFound } from 'next/navigation';
import { DocumentPaper } from '@/components/documents/document-paper';
import { InvoiceStatePill } from '@/components/documents/invoice-state-pill';
import { CopyLinkButton } from '@/components/invoices/copy-link-button';
import { InvoiceMenu } from '@/components/invoices/invoice-menu';
import { InvoiceSide } from '@/components/invoices/invoice-side';
import { PageHeader } from '@/components/layout/page-header';
import { SendDialog } from '@/components/messages/send-dialog';
import { ApplyCredit } from '@/components/payments/apply-credit';
import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { timeline } from '@/lib/events/timeline';
import { type InvoiceView, invoiceView } from '@/lib/invoices/invoice-view';
import { creditOf } from '@/lib/payments/queries';
import { applyCredit } from '../../payments/actions';
import { copyInvoiceLink, duplicate, makeVoid, markManySent } from '../actions';
import { sendDialogProps } from './send/dialog-props';

/** The page of an issued invoice: the sealed paper, what was paid, what is to do next, and everything that happened. */
export async function IssuedInvoice({ ctx, id }: { ctx: StaffContext; id: string }) {
  const [invoice, history] = await Promise.all([
    invoiceView(ctx, id),
    timeline(ctx, { documentId: id, size: 30 }),
  ]);
  if (!invoice) notFound();
  const { t, f, locale, business } = ctx;
  const base = `/b/${business.slug}`;
  const canMail = ctx.may('messages.send') && invoice.state !== 'void';
  // One next action: an invoice that nobody has seen wants sending, any other open one paying.
  const isFirstMail = canMail && !invoice.sentAt;
  const canSend = ctx.may('links.manage') && invoice.state !== 'void';
  const isOwed = invoice.open > 0n && ctx.may('payments.record');
  const credit = isOwed ? await creditOf(ctx, invoice.client.id, invoice.currency) : 0n;
  const canVoid =
    ctx.may('invoices.void') &&
    invoice.state !== 'void' &&
    invoice.paid === 0n &&
    invoice.processing === 0n;
  const mail = canMail && (
    <SendDialog
      {...sendDialogProps(ctx, id)}
      trigger={
        <Button variant={isFirstMail ? 'primary' : 'outline'} icon={<Send className="mirror" />}>
          {t(invoice.sentAt ? 'invoices.page.sendAgain' : 'invoices.page.send')}
        </Button>
      }
    />
  );
  return (
    <>
      <PageHeader
        title={<bdi dir="ltr">{invoice.number}</bdi>}
        crumb={{ href: `${base}/invoices`, label: t('invoices.list.title') }}
        status={<InvoiceStatePill t={t} state={invoice.state} days={invoice.daysOverdue} />}
        meta={
          <a href={`${base}/clients/${invoice.client.id}`} className="link" dir="auto">
            {invoice.client.name}
          </a>
        }
        actions={
          <>
            <InvoiceMenu
              id={id}
              newId={newId()}
              words={{
                more: t('invoices.page.more'),
                duplicate: t('invoices.page.duplicate'),
                markSent: t('invoices.page.markSent'),
                void: t('invoices.page.void'),
                voidTitle: t('invoices.page.voidTitle', { number: invoice.number }),
                voidBody: t('invoices.page.voidBody'),
                reason: t('invoices.page.reason'),
                reasonHelp: t('invoices.page.reasonHelp'),
                cancel: t('editor.actions.cancel'),
                voided: t('invoices.page.voided', { number: invoice.number }),
                failed: t('common.failed'),
              }}
              formWords={formWords(t, locale)}
              actions={{
                duplicate: ctx.may('invoices.write')
                  ? duplicate.bind(null, business.slug)
                  : undefined,
                markSent:
                  ctx.may('invoices.write') && !invoice.sentAt && invoice.state !== 'void'
                    ? markManySent.bind(null, business.slug)
                    : undefined,
                makeVoid: canVoid ? makeVoid.bind(null, business.slug) : undefined,
              }}
              icons={{
                more: <Ellipsis />,
                duplicate: <Copy />,
                markSent: <MailCheck />,
                void: <Ban />,
              }}
            />
            {canSend && (
              <CopyLinkButton
                copy={copyInvoiceLink.bind(null, business.slug, { id })}
                words={{
                  label: t('invoices.page.copyLink'),
                  copied: t('invoices.page.linkCopied', { email: invoice.client.email }),
                  failed: t('common.failed'),
                  title: t('invoices.page.linkTitle'),
                  close: t('editor.actions.cancel'),
                }}
              />
            )}
            <LinkButton href={`${base}/invoices/${id}/pdf?download`} icon={<Download />} download>
              {t('invoices.page.download')}
            </LinkButton>
            {!isFirstMail && mail}
            {isOwed && (
              <LinkButton
                href={`${base}/payments/new?client=${invoice.client.id}&invoice=${id}`}
                variant={isFirstMail ? 'outline' : 'primary'}
                icon={<Banknote />}
              >
                {t('invoices.page.recordPayment')}
              </LinkButton>
            )}
            {isFirstMail && mail}
          </>
        }
      />
      <div className="desk">
        <section
          className="page px-8 py-5 max-md:px-0"
          aria-label={invoice.number ?? undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: paper that scrolls holds nothing else for the keyboard
          tabIndex={0}
        >
          <div className="mx-auto mb-3 flex max-w-[52rem] flex-col gap-2 empty:hidden">
            <Remark invoice={invoice} ctx={ctx} />
          </div>
          <DocumentPaper
            paper={invoice.paper}
            logo={business.logoHash ? `${base}/settings/logo` : null}
          />
        </section>
        <InvoiceSide
          t={t}
          f={f}
          base={base}
          invoice={invoice}
          history={history}
          credit={
            credit > 0n && (
              <>
                <span className="meta min-w-0 flex-1">
                  {t('invoices.page.useCredit', { amount: f.money(credit, invoice.currency) })}
                </span>
                <ApplyCredit
                  t={t}
                  f={f}
                  locale={locale}
                  action={applyCredit.bind(null, business.slug)}
                  invoice={invoice}
                  credit={credit}
                />
              </>
            )
          }
        />
      </div>
    </>
  );
}

function Remark({ invoice, ctx }: { invoice: InvoiceView; ctx: StaffContext }) {
  const { t, f } = ctx;
  if (invoice.state === 'void' && invoice.voidedAt) {
    const values = { date: f.instantDate(invoice.voidedAt), reason: invoice.voidReason };
    return <Notice>{t('invoices.page.isVoid', values)}</Notice>;
  }
  if (invoice.isUndrawn) return <Notice tone="bad">{t('invoices.page.isUndrawn')}</Notice>;
  if (invoice.processing > 0n) {
    const values = { amount: f.money(invoice.processing, invoice.currency) };
    return <Notice>{t('invoices.page.isProcessing', values)}</Notice>;
  }
  return null;
}
