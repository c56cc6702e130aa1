import { ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { LinkButton } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import { env } from '@/lib/env/env';
import { businessesOf } from '@/lib/members/queries';
import { accountPage } from '@/lib/pages/account-page';
import { Frame, Heading } from '../(public)/frame';
import { signOut } from '../profile/actions';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await accountPage();
  return { title: t('members.choice.title') };
}

/** The choice among the businesses a person belongs to. */
export default async function Page() {
  const page = await accountPage();
  const { t, locale } = page;
  const businesses = await businessesOf(page.user.id);
  const open = env().signUp;
  return (
    <Frame page={page} next="/businesses">
      <Heading title={t('members.choice.title')}>
        {businesses.length === 0 && t(open ? 'members.choice.none' : 'members.choice.noneClosed')}
      </Heading>
      <ul className="mb-5">
        {businesses.map(({ slug, name, role }) => (
          <li key={slug} className="border-line border-b">
            <Link href={`/b/${slug}/home`} className="flex min-h-14 items-center gap-3">
              <Avatar name={name} />
              <span className="min-w-0 flex-1">
                <span className="clip block font-medium">{name}</span>
                <span className="meta">{t(`members.roles.${role}.name`)}</span>
              </span>
              <ChevronRight className="icon icon-sm mirror text-ink-soft" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {open && <LinkButton href="/businesses/new">{t('members.choice.create')}</LinkButton>}
        <LinkButton href="/profile" variant="ghost">
          {t('members.choice.profile')}
        </LinkButton>
        <Form action={signOut} words={formWords(t, locale)} guard={false}>
          <SubmitButton variant="ghost">{t('members.choice.signOut')}</SubmitButton>
        </Form>
      </div>
    </Frame>
  );
}
