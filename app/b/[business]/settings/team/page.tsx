import type { Metadata } from 'next';
import { PartHead } from '@/components/layout/part-head';
import { InviteDialog } from '@/components/members/invite-dialog';
import { RoleTable } from '@/components/members/role-table';
import { Button } from '@/components/ui/button';
import { formWords } from '@/components/ui/words';
import { languageOptions } from '@/lib/businesses/start-choices';
import { newId } from '@/lib/db/new-id';
import { listInvitations, listMembers } from '@/lib/members/queries';
import { staffPage } from '@/lib/pages/staff-page';
import { AccountMailNotice } from '../../../../account-mail-notice';
import { invite } from './actions';
import { InvitationRow } from './invitation-row';
import { MemberRow } from './member-row';
import { roleOptions } from './role-options';

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
      <div className="py-4">
        <PartHead
          title={t('members.title')}
          note={t('members.lead', { business: business.name })}
          action={
            ctx.may('members.manage') && (
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
            )
          }
        />
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
      <RoleTable t={t} />
    </div>
  );
}
