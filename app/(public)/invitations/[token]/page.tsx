import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { JoinForm } from '@/components/members/join-form';
import { LinkButton } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import { PASSWORD_MIN } from '@/lib/auth/password';
import { currentStaffSession } from '@/lib/auth/staff-session';
import { findInvitation } from '@/lib/members/accept-invitation';
import { publicPage } from '@/lib/pages/public-page';
import { systemClock } from '@/lib/time/clock';
import { signOut } from '../../../profile/actions';
import { accept, join } from '../../actions';
import { Frame, Heading } from '../../frame';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('members.invite') };
}

/** An invitation, opened: what it is, and one way on that fits whoever is reading. Opening it changes nothing. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const page = await publicPage();
  const { t, locale } = page;
  const { token } = await params;
  const here = `/invitations/${token}`;
  const invitation = await findInvitation(token, systemClock());
  if (!invitation) {
    return (
      <Frame page={page} next={here}>
        <Heading title={t('members.join.deadTitle')}>{t('members.errors.invitationDead')}</Heading>
        <LinkButton href="/">{t('members.join.home')}</LinkButton>
      </Frame>
    );
  }
  const { businessName, invitedBy, role, email, known } = invitation;
  const session = await currentStaffSession();
  const words = formWords(t, locale);

  let way: ReactNode;
  if (session?.user.email === email) {
    way = (
      <Form action={accept} words={words} guard={false} className="flex flex-col gap-4">
        <p className="text-ink-soft">{t('members.join.asYou', { email })}</p>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{t('members.join.button')}</SubmitButton>
      </Form>
    );
  } else if (session) {
    way = (
      <Form action={signOut} words={words} guard={false} className="flex flex-col gap-4">
        <p>{t('members.join.other', { email, current: session.user.email })}</p>
        <input type="hidden" name="next" value={here} />
        <SubmitButton>{t('members.join.signOut')}</SubmitButton>
      </Form>
    );
  } else if (known) {
    way = (
      <>
        <p className="mb-4">{t('members.join.known', { email })}</p>
        <LinkButton href={`/sign-in?next=${encodeURIComponent(here)}`} variant="primary">
          {t('members.join.signIn')}
        </LinkButton>
      </>
    );
  } else {
    way = (
      <>
        <p className="mb-4 text-ink-soft">{t('members.join.newPerson', { email })}</p>
        <JoinForm
          action={join}
          token={token}
          email={email}
          formWords={words}
          words={{
            name: t('welcome.yourName'),
            password: t('auth.signIn.password'),
            passwordHelp: t('auth.password.help', { least: PASSWORD_MIN }),
            button: t('members.join.createAndJoin'),
          }}
        />
      </>
    );
  }
  return (
    <Frame page={page} next={here}>
      <Heading title={t('members.join.title', { business: businessName })}>
        {t('members.join.body', { inviter: invitedBy, role: t(`members.roles.${role}.name`) })}
      </Heading>
      <p className="mb-5 text-ink-soft">{t(`members.roles.${role}.sentence`)}</p>
      {way}
    </Frame>
  );
}
