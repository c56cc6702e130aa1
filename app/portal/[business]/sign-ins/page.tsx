import { Monitor, Smartphone } from 'lucide-react';
import type { Metadata } from 'next';
import { ActionForm } from '@/components/portal/action-form';
import { SectionTitle } from '@/components/portal/section-title';
import type { PortalContext } from '@/lib/auth/context';
import { deviceName } from '@/lib/http/device';
import { htmlLang, LANGUAGE_NAMES, LOCALES } from '@/lib/i18n/locale';
import { portalPage } from '@/lib/pages/portal-page';
import { mySessions, type PortalSignIn } from '@/lib/portal/sessions';
import { chooseLanguage } from '../actions';
import { PortalShell } from '../portal-shell';
import { endOtherSignIns, endSignIn } from './actions';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  return { title: { absolute: `${ctx.t('portal.signIns.title')} · ${ctx.business.name}` } };
}

/** Where this person is signed in, to end what is not theirs; and the language they read in. */
export default async function PortalSignIns({ params }: Props) {
  const ctx = await portalPage(params);
  const sessions = await mySessions(ctx);
  const { business, t } = ctx;
  const base = `/portal/${business.slug}`;
  return (
    <PortalShell ctx={ctx} at={`${base}/sign-ins`}>
      <div className="mx-auto max-w-3xl">
        <h1 className="text-2xl leading-tight font-semibold ltr:tracking-tight">
          {t('portal.signIns.title')}
        </h1>
        <p className="mt-1 text-pretty text-ink-soft">{t('portal.signIns.about')}</p>
        <ul className="card mt-4">
          {sessions.map((session) => (
            <SignIn key={session.id} session={session} ctx={ctx} />
          ))}
        </ul>
        {sessions.length > 1 && (
          <ActionForm
            action={endOtherSignIns.bind(null, business.slug)}
            signedOut={t('portal.errors.signedOut')}
            className="mt-4"
          >
            <button type="submit" className="btn max-sm:w-full">
              {t('portal.signIns.endOthers')}
            </button>
          </ActionForm>
        )}
        <section aria-labelledby="language" className="mt-10">
          <SectionTitle id="language">{t('portal.signIns.language')}</SectionTitle>
          <ActionForm
            action={chooseLanguage.bind(null, business.slug)}
            signedOut={t('portal.errors.signedOut')}
            className="mt-2 flex flex-wrap gap-2"
          >
            <input type="hidden" name="next" value={`${base}/sign-ins`} />
            {LOCALES.map((locale) => (
              <button
                key={locale}
                type="submit"
                name="locale"
                value={locale}
                lang={htmlLang(locale)}
                aria-current={locale === ctx.locale ? 'true' : undefined}
                className="btn aria-[current]:border-ink aria-[current]:bg-sunken"
              >
                {LANGUAGE_NAMES[locale]}
              </button>
            ))}
          </ActionForm>
        </section>
      </div>
    </PortalShell>
  );
}

function SignIn({ session, ctx }: { session: PortalSignIn; ctx: PortalContext }) {
  const { t, f, business } = ctx;
  const { device, current } = session;
  const Icon = /iPhone|Android|Harmony/.test(device.system) ? Smartphone : Monitor;
  return (
    <li className="flex gap-x-4 border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
      <Icon className="mt-1 size-5 shrink-0 text-ink-soft" aria-hidden="true" />
      <div className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium">{deviceName(t, device)}</p>
          <p className="text-base text-ink-soft wrap-anywhere">
            <bdi dir="ltr">{session.address}</bdi> ·{' '}
            {current
              ? t('portal.signIns.here')
              : t('portal.signIns.seen', { when: f.ago(session.lastSeenAt) })}
          </p>
        </div>
        {!current && (
          <ActionForm
            action={endSignIn.bind(null, business.slug)}
            signedOut={t('portal.errors.signedOut')}
          >
            <input type="hidden" name="id" value={session.id} />
            <button type="submit" className="btn">
              {t('portal.signIns.end')}
              <span className="sr-only"> {deviceName(t, device)}</span>
            </button>
          </ActionForm>
        )}
      </div>
    </li>
  );
}
