import { RoleDialog } from '@/components/members/role-dialog';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import type { Member } from '@/lib/members/queries';
import { changeRole, removeMember } from './actions';
import { roleOptions } from './role-options';
import { TeamRow } from './team-row';

/** A member of the team, with what an owner can do about them. */
export function MemberRow({ ctx, member }: { ctx: StaffContext; member: Member }) {
  const { t, f, locale, business, user } = ctx;
  const { userId, name } = member;
  const isSelf = userId === user.id;
  const words = formWords(t, locale);
  return (
    <TeamRow
      ctx={ctx}
      avatar={<Avatar name={name} />}
      role={member.role}
      actions={
        <>
          <RoleDialog
            trigger={
              <Button size="sm" variant="ghost">
                {t('members.changeRole')}
              </Button>
            }
            title={t('members.changeRoleTitle', { name })}
            action={changeRole.bind(null, business.slug)}
            member={{ userId, role: member.role, version: member.version }}
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
        </>
      }
    >
      <div className="font-medium">
        <bdi>{name}</bdi> {isSelf && <span className="tag">{t('members.you')}</span>}
      </div>
      <div className="meta flex flex-wrap gap-x-2">
        <bdi dir="ltr" className="wrap-anywhere">
          {member.email}
        </bdi>
        <span>{t('members.since', { date: f.instantDate(member.since) })}</span>
      </div>
    </TeamRow>
  );
}
