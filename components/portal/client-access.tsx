import type { FormAction } from '@/components/ui/form';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import { deviceName, deviceOf } from '@/lib/http/device';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { personName } from '@/lib/i18n/person-name';
import type { T } from '@/lib/i18n/translate';
import type { ClientAccessRows } from '@/lib/links/access';

/** For the staff: the links and sessions that open the portal for a client, each to be revoked. `actions` is null for who may not. */
export function ClientAccess({
  partyId,
  access,
  actions,
  reader: { t, f, locale },
}: {
  partyId: string;
  access: ClientAccessRows;
  actions: { revokeLink: FormAction; endSession: FormAction; revokeAll: FormAction } | null;
  reader: { t: T; f: Formatter; locale: Locale };
}) {
  const { links, sessions } = access;
  const words = formWords(t, locale);
  if (links.length + sessions.length === 0) {
    return <p className="meta">{t('portal.access.none')}</p>;
  }
  return (
    <>
      <ul>
        {links.map((link) => (
          <li key={link.id} className="flex items-center gap-3 border-b border-line py-2">
            <div className="min-w-0 grow">
              <p className="text-sm text-pretty">
                {link.document
                  ? t('portal.access.invoiceLink', { number: link.document.number ?? '' })
                  : t('portal.access.signInLink')}
              </p>
              <p className="meta wrap-anywhere">
                <bdi dir="ltr">{link.sentTo}</bdi> ·{' '}
                {t('portal.access.until', { date: f.instantDate(link.expiresAt) })}
              </p>
            </div>
            {actions && (
              <Form
                action={actions.revokeLink}
                words={words}
                saved={t('portal.access.revoked')}
                guard={false}
              >
                <input type="hidden" name="partyId" value={partyId} />
                <input type="hidden" name="linkId" value={link.id} />
                <SubmitButton variant="outline" size="sm">
                  {t('portal.access.revoke')}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
        {sessions.map((session) => {
          const who = session.contact ? personName(session.contact) : '';
          return (
            <li key={session.id} className="flex items-center gap-3 border-b border-line py-2">
              <div className="min-w-0 grow">
                <p className="text-sm text-pretty">
                  {deviceName(t, deviceOf(session.userAgent))}
                  {who && <> · {who}</>}
                </p>
                <p className="meta wrap-anywhere">
                  <bdi dir="ltr">{session.address}</bdi> ·{' '}
                  {t('portal.signIns.seen', { when: f.ago(session.lastSeenAt) })}
                </p>
              </div>
              {actions && (
                <Form
                  action={actions.endSession}
                  words={words}
                  saved={t('portal.access.ended')}
                  guard={false}
                >
                  <input type="hidden" name="partyId" value={partyId} />
                  <input type="hidden" name="id" value={session.id} />
                  <SubmitButton variant="outline" size="sm">
                    {t('portal.access.end')}
                  </SubmitButton>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {actions && links.length + sessions.length > 1 && (
        <Form
          action={actions.revokeAll}
          words={words}
          saved={t('portal.access.revoked')}
          guard={false}
          className="mt-3"
        >
          <input type="hidden" name="partyId" value={partyId} />
          <SubmitButton variant="outline">{t('portal.access.revokeAll')}</SubmitButton>
        </Form>
      )}
    </>
  );
}
