import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentStaffSession } from '@/lib/auth/staff-session';
import { formatter } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translate';
import { PATH_HEADER } from './path-header';

/** The guard of pages that belong to a signed-in person and to no business (profile, choice of business). */
export async function accountPage() {
  const session = await currentStaffSession();
  if (!session) {
    const path = (await headers()).get(PATH_HEADER) ?? '/';
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  const { locale } = session.user;
  return {
    user: session.user,
    sessionId: session.id,
    locale,
    t: translator(locale),
    f: formatter({ locale, timeZone: 'UTC' }),
  };
}
