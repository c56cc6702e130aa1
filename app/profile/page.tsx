import type { Metadata } from 'next';
import Link from 'next/link';
import { Form } from '@/components/ui/form';
import { FormPart } from '@/components/ui/form-part';
import { SegmentedField } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import { Toaster } from '@/components/ui/toast';
import { formWords } from '@/components/ui/words';
import { PASSWORD_MIN } from '@/lib/auth/password';
import { languageOptions } from '@/lib/businesses/start-choices';
import { Theme } from '@/lib/db/generated/enums';
import { direction } from '@/lib/i18n/locale';
import { businessesOf, findProfile, listSessions } from '@/lib/members/queries';
import { accountPage } from '@/lib/pages/account-page';
import { systemClock } from '@/lib/time/clock';
import { Frame, Heading } from '../(public)/frame';
import { changePassword, saveProfile } from './actions';
import { SignIns } from './sign-ins';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await accountPage();
  return { title: t('auth.profile.title') };
}

/** A person's own page: name, language, appearance, password, and where they are signed in. */
export default async function Page() {
  const page = await accountPage();
  const { t, locale, user, sessionId } = page;
  const [profile, sessions, businesses] = await Promise.all([
    findProfile(user.id),
    listSessions(user.id, systemClock()),
    businessesOf(user.id),
  ]);
  const words = formWords(t, locale);
  const only = businesses.length === 1 ? businesses[0] : undefined;
  return (
    <Frame page={page} next="/profile" wide>
      <p className="mb-3">
        <Link href={only ? `/b/${only.slug}/home` : '/businesses'} className="link">
          {only ? t('auth.profile.back', { business: only.name }) : t('auth.profile.businesses')}
        </Link>
      </p>
      <Heading title={t('auth.profile.title')} />
      <Form action={saveProfile} words={words} saved={t('auth.profile.saved')}>
        <input type="hidden" name="version" value={profile.version} />
        <FormPart
          title={t('auth.profile.you')}
          note={t('auth.profile.youNote', { email: profile.email })}
        >
          <TextField
            name="name"
            label={t('auth.profile.name')}
            required
            wide
            defaultValue={profile.name}
            maxLength={120}
            autoComplete="name"
          />
          <SelectField
            name="locale"
            label={t('auth.profile.language')}
            help={t('auth.profile.languageHelp')}
            wide
            options={languageOptions()}
            defaultValue={profile.locale}
          />
          <SegmentedField
            name="theme"
            label={t('auth.profile.theme')}
            wide
            options={Object.values(Theme).map((theme) => ({
              value: theme,
              label: t(`auth.profile.themes.${theme}`),
            }))}
            defaultValue={profile.theme}
          />
        </FormPart>
        <div className="flex justify-end pb-5">
          <SubmitButton>{t('auth.profile.save')}</SubmitButton>
        </div>
      </Form>
      <div className="border-line border-t">
        <Form
          action={changePassword}
          words={words}
          saved={t('auth.profile.passwordChanged')}
          guard={false}
        >
          <FormPart title={t('auth.profile.passwordTitle')} note={t('auth.profile.passwordNote')}>
            <input type="email" autoComplete="username" value={profile.email} readOnly hidden />
            <TextField
              name="currentPassword"
              label={t('auth.password.current')}
              required
              wide
              type="password"
              dir="ltr"
              autoComplete="current-password"
              maxLength={200}
            />
            <TextField
              name="newPassword"
              label={t('auth.password.new')}
              help={t('auth.password.help', { least: PASSWORD_MIN })}
              required
              wide
              type="password"
              dir="ltr"
              autoComplete="new-password"
              maxLength={200}
            />
          </FormPart>
          <div className="flex justify-end pb-5">
            <SubmitButton variant="outline">{t('auth.profile.changePassword')}</SubmitButton>
          </div>
        </Form>
      </div>
      <SignIns page={page} sessions={sessions} current={sessionId} words={words} />
      <Toaster label={t('frame.messages')} dir={direction(locale)} />
    </Frame>
  );
}
