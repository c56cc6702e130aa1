import { redirect } from 'next/navigation';
import { currentStaffSession } from '@/lib/auth/staff-session';
import { businessesOf, isFirstRun } from '@/lib/members/queries';
import { publicPage } from '@/lib/pages/public-page';

/** Leads on: to the first run, to the sign-in page, to the one business, or to the choice among several. */
export default async function Page() {
  await publicPage();
  if (await isFirstRun()) redirect('/welcome');
  const session = await currentStaffSession();
  if (!session) redirect('/sign-in');
  const businesses = await businessesOf(session.user.id);
  const only = businesses.length === 1 ? businesses[0] : undefined;
  redirect(only ? `/b/${only.slug}/home` : '/businesses');
}
