import { Check, ChevronDown } from 'lucide-react';
import type { Metadata } from 'next';
import { InviteDialog } from '@/components/members/invite-dialog';
import { RoleDialog } from '@/components/members/role-dialog';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { languageOptions } from '@/lib/businesses/start-choices';
import { newId } from '@/lib/db/new-id';
import {
  listInvitations,
  listMembers,
  type Member,
  type OpenInvitation,
} from '@/lib/members/queries';
import { staffPage } from '@/lib/pages/staff-page';
import { PERMISSIONS, ROLES, roleMay } from '@/lib/permissions/permissions';
import { AccountMailNotice } from '../../../../account-mail-notice';
import { changeRole, invite, removeMember, resend, revoke } from './actions';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'members.read');
  return { title: t('members.title') };
}

/** Who works here, who is invited, and what each role may do. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'members.read');
  const { t, locale, business } = ctx;
  const [members, invitations] = await Promise.all([listMembers(ctx), listInvitations(ctx)]);
  return (
    <div className="max-w-[60rem] px-6 pb-8 max-md:px-4">
      <div className="flex flex-wrap items-start justify-between gap-3 py-4">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="section-title">{t('members.title')}</h2>
          <p className="meta">{t('members.lead', { business: business.name })}</p>
        </div>
        {ctx.may('members.manage') && (
          <InviteDialog
            id={newId()}
            trigger={<Button variant="primary">{t('members.invite')}</Button>}
            action={invite.bind(null, business.slug)}
            roles={roleOptions(ctx)}
            languages={languageOptions()}
            locale={business.locale}
            words={{
              title: t('members.invite'),
              note: t('members.inviteNote'),
              email: t('members.inviteEmail'),
              role: t('members.role'),
              language: t('members.inviteLanguage'),
              send: t('members.sendInvitation'),
              sent: t('members.invitationSent'),
              close: t('auth.close'),
            }}
            formWords={formWords(t, locale)}
          />
        )}
      </div>
      {ctx.may('members.manage') && <AccountMailNotice t={t} />}
      <ul className="border-line border-t">
        {members.map((member) => (
          <MemberRow key={member.userId} ctx={ctx} member={member} />
        ))}
      </ul>
      {invitations.length > 0 && (
        <>
          <h2 className="section-title mt-8 mb-2">{t('members.invitations')}</h2>
          <ul className="border-line border-t">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} ctx={ctx} invitation={invitation} />
            ))}
          </ul>
        </>
      )}
      <Permissions ctx={ctx} />
    </div>
  );
}

const ROW = 'flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2';

function MemberRow({ ctx, member }: { ctx: StaffContext; member: Member }) {
  const { t, f, locale, business, user } = ctx;
  const { userId, name } = member;
  const isSelf = userId === user.id;
  const words = formWords(t, locale);
  return (
    <li className={ROW}>
      <Avatar name={name} />
      <div className="min-w-0 flex-1 basis-48">
        <div className="font-medium">
          {name} {isSelf && <span className="tag">{t('members.you')}</span>}
        </div>
        <div className="meta clip">
          <bdi dir="ltr">{member.email}</bdi>
          {' · '}
          {t('members.since', { date: f.instantDate(member.since) })}
        </div>
      </div>
      <span className="w-24 text-sm">{t(`members.roles.${member.role}.name`)}</span>
      {ctx.may('members.manage') && (
        <div className="flex gap-1">
          <RoleDialog
            trigger={
              <Button size="sm" variant="ghost">
                {t('members.changeRole')}
              </Button>
            }
            title={t('members.changeRoleTitle', { name })}
            action={changeRole.bind(null, business.slug)}
            member={member}
            roles={roleOptions(ctx)}
            words={{
              body: t('members.changeRoleBody'),
              role: t('members.role'),
              save: t('members.saveRole'),
              saved: t('members.roleChanged'),
              close: t('auth.close'),
            }}
            formWords={words}
          />
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="ghost">
                {t(isSelf ? 'members.leave' : 'members.remove')}
              </Button>
            }
            title={
              isSelf
                ? t('members.leaveTitle', { business: business.name })
                : t('members.removeTitle', { name })
            }
            body={t(isSelf ? 'members.leaveBody' : 'members.removeBody')}
            confirm={t(isSelf ? 'members.leave' : 'members.remove')}
            cancel={t('auth.cancel')}
            danger
            action={removeMember.bind(null, business.slug)}
            words={words}
            saved={t('members.removed', { name })}
            fields={{ userId }}
          />
        </div>
      )}
    </li>
  );
}

function InvitationRow({ ctx, invitation }: { ctx: StaffContext; invitation: OpenInvitation }) {
  const { t, f, locale, business } = ctx;
  const { id, email, role, expiresAt, expired } = invitation;
  const words = formWords(t, locale);
  const date = f.instantDate(expiresAt);
  return (
    <li className={ROW}>
      <div className="min-w-0 flex-1 basis-48">
        <bdi dir="ltr" className="clip block font-medium">
          {email}
        </bdi>
        <div className="meta">{t(expired ? 'members.ranOut' : 'members.validUntil', { date })}</div>
      </div>
      <span className="w-24 text-sm">{t(`members.roles.${role}.name`)}</span>
      {ctx.may('members.manage') && (
        <div className="flex gap-1">
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
        </div>
      )}
    </li>
  );
}

function Permissions({ ctx: { t } }: { ctx: StaffContext }) {
  return (
    <details className="mt-8">
      <summary className="section-title flex min-h-8 cursor-pointer items-center gap-1.5">
        {t('members.whatRolesMay')}
        <ChevronDown className="icon icon-sm" aria-hidden="true" />
      </summary>
      <div className="mt-3 overflow-x-auto">
        <table className="table" aria-label={t('members.whatRolesMay')}>
          <thead>
            <tr>
              <th scope="col">{t('members.permission')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className="fit">
                  {t(`members.roles.${role}.name`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PERMISSIONS.map((permission) => (
              <tr key={permission}>
                <td>{t(`members.permissions.${permission}`)}</td>
                {ROLES.map((role) => (
                  <td key={role} className="fit">
                    {roleMay(role, permission) ? (
                      <>
                        <Check className="icon icon-sm" aria-hidden="true" />
                        <span className="sr-only">{t('members.may')}</span>
                      </>
                    ) : (
                      <span className="sr-only">{t('members.mayNot')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function roleOptions({ t }: StaffContext) {
  return ROLES.map((value) => ({
    value,
    label: t(`members.roles.${value}.name`),
    help: t(`members.roles.${value}.sentence`),
  }));
}
