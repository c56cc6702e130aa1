import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import type { OpenInvitation } from '@/lib/members/queries';
import { resend, revoke } from './actions';
import { TeamRow } from './team-row';

/** An invitation that nobody has taken up yet, to be mailed again or taken back. */
export function InvitationRow({
  ctx,
  invitation,
}: {
  ctx: StaffContext;
  invitation: OpenInvitation;
}) {
  const { t, f, locale, business } = ctx;
  const { id, email, role, expiresAt, expired } = invitation;
  const words = formWords(t, locale);
  const date = f.instantDate(expiresAt);
  return (
    <TeamRow
      ctx={ctx}
      role={role}
      actions={
        <>
          <Form
            action={resend.bind(null, business.slug)}
            words={words}
            guard={false}
            saved={t('members.resent')}
          >
            <input type="hidden" name="id" value={id} />
            <SubmitButton size="sm" variant="ghost">
              {t('members.resend')}
            </SubmitButton>
          </Form>
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="ghost">
                {t('members.revoke')}
              </Button>
            }
            title={t('members.revokeTitle', { email: `\u2066${email}\u2069` })}
            body={t('members.revokeBody')}
            confirm={t('members.revoke')}
            cancel={t('auth.cancel')}
            danger
            action={revoke.bind(null, business.slug)}
            words={words}
            saved={t('members.revoked')}
            fields={{ id }}
          />
        </>
      }
    >
      <bdi dir="ltr" className="clip block font-medium">
        {email}
      </bdi>
      <div className="meta">{t(expired ? 'members.ranOut' : 'members.validUntil', { date })}</div>
    </TeamRow>
  );
}
