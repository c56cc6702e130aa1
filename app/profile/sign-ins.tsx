import { PartHead } from '@/components/layout/part-head';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { FormWords } from '@/components/ui/form-words';
import { deviceName, deviceOf } from '@/lib/http/device';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { listSessions } from '@/lib/members/queries';
import { endSession, signOutEverywhere } from './actions';

/** Where the person is signed in: device, address, last use; each can be ended, and all at once. */
export function SignIns(props: {
  page: { t: T; f: Formatter };
  sessions: Awaited<ReturnType<typeof listSessions>>;
  current: string;
  words: FormWords;
}) {
  const { page, sessions, current, words } = props;
  const { t, f } = page;
  return (
    <section className="border-line border-t pt-5" aria-label={t('auth.profile.signIns')}>
      <PartHead
        title={t('auth.profile.signIns')}
        note={t('auth.profile.signInsNote')}
        action={
          <ConfirmDialog
            trigger={<Button size="sm">{t('auth.profile.endAll')}</Button>}
            title={t('auth.profile.endAllTitle')}
            body={t('auth.profile.endAllBody')}
            confirm={t('auth.profile.endAll')}
            cancel={t('auth.cancel')}
            danger
            action={signOutEverywhere}
            words={words}
          />
        }
      />
      <ul className="mt-3">
        {sessions.map((session) => {
          const device = deviceName(t, deviceOf(session.userAgent));
          const isHere = session.id === current;
          return (
            <li
              key={session.id}
              className="border-line flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-t py-2"
            >
              <div className="min-w-0 flex-1 basis-56">
                <div className="font-medium">
                  {device} {isHere && <span className="tag">{t('auth.profile.thisDevice')}</span>}
                </div>
                <div className="meta flex flex-wrap gap-x-2">
                  <span>{t('auth.profile.lastSeen', { when: f.ago(session.lastSeenAt) })}</span>
                  <span>{t('auth.profile.since', { when: f.instantDate(session.createdAt) })}</span>
                  {session.address && (
                    <span>
                      {t('auth.profile.addressFrom', { address: `\u2066${session.address}\u2069` })}
                    </span>
                  )}
                </div>
              </div>
              {!isHere && (
                <ConfirmDialog
                  trigger={
                    <Button size="sm" variant="ghost">
                      {t('auth.profile.end')}
                    </Button>
                  }
                  title={t('auth.profile.endTitle')}
                  body={t('auth.profile.endBody', { device })}
                  confirm={t('auth.profile.end')}
                  cancel={t('auth.cancel')}
                  danger
                  action={endSession}
                  words={words}
                  saved={t('auth.profile.ended')}
                  fields={{ id: session.id }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
