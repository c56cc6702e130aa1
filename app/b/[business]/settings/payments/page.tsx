import type { Metadata } from 'next';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { CopyButton } from '@/components/ui/copy-button';
import { FormPart } from '@/components/ui/form-part';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-input';
import { formWords } from '@/components/ui/words';
import { findStripeConnection } from '@/lib/businesses/stripe-connection';
import { env } from '@/lib/env/env';
import { staffPage } from '@/lib/pages/staff-page';
import { lastWebhook } from '@/lib/payments/queries';
import { connectStripe, disconnectStripe } from '../actions';
import { SettingsForm } from '../settings-form';

type Props = { params: Promise<{ business: string }> };

/** What the webhook at Stripe should send; lib/stripe/event-table.ts works on these. */
const EVENTS = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.processing',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refund.updated',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.connections');
  return { title: t('settings.nav.payments') };
}

/** The business's own Stripe account. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.connections');
  const { t, f, locale, business } = ctx;
  const [connection, lastEvent] = await Promise.all([findStripeConnection(ctx), lastWebhook(ctx)]);
  const webhook = `${env().baseUrl}/api/stripe/${business.slug}`;
  return (
    <>
      {connection && (
        <section className="form pt-4 pb-0" aria-label={t('settings.payments.title')}>
          <Notice
            tone={connection.live ? 'good' : 'warn'}
            title={t('settings.payments.connected', { account: connection.accountName })}
            actions={
              <ConfirmDialog
                trigger={<Button size="sm">{t('settings.payments.remove')}</Button>}
                title={t('settings.payments.removeTitle')}
                body={t('settings.payments.removeBody')}
                confirm={t('settings.payments.remove')}
                cancel={t('auth.cancel')}
                danger
                action={disconnectStripe.bind(null, business.slug)}
                words={formWords(t, locale)}
                saved={t('settings.payments.removed')}
              />
            }
          >
            {t(connection.live ? 'settings.payments.live' : 'settings.payments.test')}
            <span className="meta block">
              <bdi dir="ltr">{connection.accountId}</bdi>
              {' · '}
              {t('settings.payments.checked', { when: f.instant(connection.checkedAt) })}
            </span>
          </Notice>
        </section>
      )}
      <SettingsForm
        ctx={ctx}
        action={connectStripe.bind(null, business.slug)}
        version={connection?.version ?? ''}
        may="settings.connections"
        save={t('settings.payments.save')}
        saved={t('settings.payments.saved')}
      >
        <FormPart title={t('settings.payments.title')} note={t('settings.payments.note')}>
          <TextField
            name="secretKey"
            label={t('settings.payments.secretKey')}
            help={t(
              connection ? 'settings.payments.secretKept' : 'settings.payments.secretKeyHelp',
            )}
            required={!connection}
            type="password"
            dir="ltr"
            autoComplete="off"
            wide
            maxLength={300}
          />
          <TextField
            name="webhookSecret"
            label={t('settings.payments.webhookSecret')}
            help={t(
              connection ? 'settings.payments.secretKept' : 'settings.payments.webhookSecretHelp',
            )}
            required={!connection}
            type="password"
            dir="ltr"
            autoComplete="off"
            wide
            maxLength={300}
          />
        </FormPart>
        <FormPart
          title={t('settings.payments.webhookTitle')}
          note={t('settings.payments.webhookNote')}
        >
          <div className="wide flex min-w-0 flex-wrap items-center gap-2">
            <code dir="ltr" className="min-w-0 break-all text-sm">
              {webhook}
            </code>
            <CopyButton
              text={webhook}
              label={t('settings.payments.copy')}
              copied={t('settings.payments.copied')}
            />
          </div>
          {connection && (
            <p className="wide meta">
              {lastEvent
                ? t('settings.payments.lastEvent', { when: f.instant(lastEvent) })
                : t('settings.payments.noEvent')}
            </p>
          )}
          <ul className="wide meta flex flex-wrap gap-x-4 gap-y-1" dir="ltr">
            {EVENTS.map((event) => (
              <li key={event}>
                <code>{event}</code>
              </li>
            ))}
          </ul>
        </FormPart>
      </SettingsForm>
    </>
  );
}
