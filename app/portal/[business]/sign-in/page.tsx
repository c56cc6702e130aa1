import { KeyRound } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AskForLink } from '@/components/portal/ask-for-link';
import { formAction } from '@/components/portal/form-action';
import { findPortalContext } from '@/lib/auth/portal-session';
import { findPortalBusiness } from '@/lib/links/find-business';
import { publicPage } from '@/lib/pages/public-page';
import { chooseLanguage } from '../../../(public)/actions';
import { askForLink } from './actions';

/** Why somebody stands here who did not come by themselves. */
const REASONS = ['out', 'ended', 'expired'] as const;

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await publicPage();
  const business = await findPortalBusiness((await params).business);
  return business ? { title: { absolute: `${t('portal.signIn.title')} · ${business.name}` } } : {};
}

/** The way into the portal without an account: an address the business knows gets a link. */
export default async function PortalSignIn({ params, searchParams }: Props) {
  const { t, locale } = await publicPage();
  const { business: slug } = await params;
  const business = await findPortalBusiness(slug);
  if (!business) notFound();
  const { done } = await searchParams;
  if (await findPortalContext(slug)) redirect(`/portal/${slug}`);
  return (
    <AskForLink
      business={business}
      locale={locale}
      t={t}
      action={askForLink}
      documentId=""
      language={{ action: formAction(chooseLanguage), next: `/portal/${slug}/sign-in` }}
      icon={<KeyRound className="size-5" aria-hidden="true" />}
      title={t('portal.signIn.title')}
      body={t(`portal.signIn.${REASONS.find((one) => one === done) ?? 'body'}`)}
    />
  );
}
