import type { Metadata } from 'next';
import { MailTest } from '@/components/businesses/mail-test';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormPart } from '@/components/ui/form-part';
import { Notice } from '@/components/ui/notice';
import { SegmentedField } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-input';
import { formWords } from '@/components/ui/words';
import { findMailServer } from '@/lib/businesses/mail-server';
import { env } from '@/lib/env/env';
import { senderOf } from '@/lib/mail/instance-mail';
import { staffPage } from '@/lib/pages/staff-page';
import { removeMailServer, saveMailServer, testMail } from '../actions';
import { SettingsForm } from '../settings-form';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.connections');
  return { title: t('settings.nav.mail') };
}

/** The server that the business's mail leaves by. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.connections');
  const { t, f, locale, business, user } = ctx;
  const server = await findMailServer(ctx);
  const { smtp } = env();
  return (
    <>
      <section className="form pt-4 pb-0" aria-label={t('settings.nav.mail')}>
        {!server && smtp && (
          <Notice>{t('settings.mail.instance', { address: senderOf(smtp.from).address })}</Notice>
        )}
        {!server && !smtp && <Notice tone="warn">{t('settings.mail.none')}</Notice>}
        {(server || smtp) && (
          <div className="mt-4 flex flex-col gap-2">
            <MailTest
              test={testMail.bind(null, business.slug)}
              words={{
                button: t('settings.mail.test', { email: user.email }),
                sending: t('settings.mail.testing'),
                failed: t('common.failed'),
              }}
            >
              {server && (
                <ConfirmDialog
                  trigger={<Button variant="ghost">{t('settings.mail.remove')}</Button>}
                  title={t('settings.mail.removeTitle')}
                  body={t('settings.mail.removeBody')}
                  confirm={t('settings.mail.remove')}
                  cancel={t('auth.cancel')}
                  danger
                  action={removeMailServer.bind(null, business.slug)}
                  words={formWords(t, locale)}
                  saved={t('settings.mail.removed')}
                />
              )}
            </MailTest>
            {server && (
              <p className="meta">
                {server.checkedAt
                  ? t('settings.mail.tested', { when: f.instant(server.checkedAt) })
                  : t('settings.mail.untested')}
              </p>
            )}
          </div>
        )}
      </section>
      <SettingsForm
        ctx={ctx}
        action={saveMailServer.bind(null, business.slug)}
        version={server?.version ?? ''}
        may="settings.connections"
        save={t('settings.mail.save')}
      >
        <FormPart title={t('settings.mail.title')} note={t('settings.mail.note')}>
          <TextField
            name="host"
            label={t('settings.mail.host')}
            help={t('settings.mail.hostHelp')}
            required
            dir="ltr"
            defaultValue={server?.host}
            maxLength={253}
          />
          <TextField
            name="port"
            label={t('settings.mail.port')}
            required
            dir="ltr"
            inputMode="numeric"
            defaultValue={String(server?.port ?? 587)}
            maxLength={5}
          />
          <SegmentedField
            name="security"
            label={t('settings.mail.security')}
            wide
            options={(['starttls', 'tls'] as const).map((value) => ({
              value,
              label: t(`settings.mail.securities.${value}`),
            }))}
            defaultValue={server?.secure ? 'tls' : 'starttls'}
          />
          <TextField
            name="username"
            label={t('settings.mail.username')}
            help={t('settings.mail.usernameHelp')}
            dir="ltr"
            autoComplete="off"
            defaultValue={server?.username}
            maxLength={320}
          />
          <TextField
            name="password"
            label={t('settings.mail.password')}
            help={t(server?.username ? 'settings.mail.passwordKept' : 'settings.mail.passwordHelp')}
            type="password"
            dir="ltr"
            autoComplete="new-password"
            maxLength={500}
          />
          <TextField
            name="fromName"
            label={t('settings.mail.fromName')}
            required
            defaultValue={server?.fromName ?? business.name}
            maxLength={120}
          />
          <TextField
            name="fromEmail"
            label={t('settings.mail.fromEmail')}
            required
            type="email"
            dir="ltr"
            defaultValue={server?.fromEmail ?? business.email}
            maxLength={254}
          />
        </FormPart>
      </SettingsForm>
    </>
  );
}
