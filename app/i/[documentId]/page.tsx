import { FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AskForLink } from '@/components/portal/ask-for-link';
import { formAction } from '@/components/portal/form-action';
import { findPortalContext } from '@/lib/auth/portal-session';
import { isId } from '@/lib/forms/is-id';
import { findIssuer } from '@/lib/links/find-business';
import { publicPage } from '@/lib/pages/public-page';
import { ownInvoices } from '@/lib/portal/where';
import { chooseLanguage } from '../../(public)/actions';
import { askForLink } from '../../portal/[business]/sign-in/actions';

type Props = { params: Promise<{ documentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: { absolute: t('portal.printed.title') } };
}

/**
 * The address printed on a PDF. It holds no token: whoever is signed in as the client goes on to the invoice, everybody
 * else may ask for a link, and reads no amount and no name of the client.
 */
export default async function PrintedAddress({ params }: Props) {
  const { t, locale } = await publicPage();
  const { documentId } = await params;
  const business = isId(documentId) ? await findIssuer(documentId) : null;
  if (!business) notFound();
  const ctx = await findPortalContext(business.slug);
  if (ctx) {
    const own = await ctx.db.document.findFirst({
      where: { ...ownInvoices(ctx), id: documentId },
      select: { id: true },
    });
    if (own) redirect(`/portal/${business.slug}/invoices/${own.id}`);
  }
  return (
    <AskForLink
      business={business}
      locale={locale}
      t={t}
      action={askForLink}
      documentId={documentId}
      language={{ action: formAction(chooseLanguage), next: `/i/${documentId}` }}
      icon={<FileText className="size-5" aria-hidden="true" />}
      title={t('portal.printed.title')}
      body={t('portal.printed.body', { business: business.name })}
    />
  );
}
