import { MailCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BusinessFoot, CardIcon } from '@/components/portal/ask-for-link';
import { LinkFrame } from '@/components/portal/link-frame';
import { findPortalBusiness } from '@/lib/links/find-business';
import { publicPage } from '@/lib/pages/public-page';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await publicPage();
  const business = await findPortalBusiness((await params).business);
  return business ? { title: { absolute: `${t('portal.sent.title')} · ${business.name}` } } : {};
}

/** The same for every address, known or not. */
export default async function PortalLinkSent({ params }: Props) {
  const { t, locale } = await publicPage();
  const business = await findPortalBusiness((await params).business);
  if (!business) notFound();
  return (
    <LinkFrame
      business={business}
      locale={locale}
      card={
        <>
          <CardIcon>
            <MailCheck className="size-5" aria-hidden="true" />
          </CardIcon>
          <h1 className="mt-4 text-xl leading-snug font-semibold text-balance">
            {t('portal.sent.title')}
          </h1>
          <p className="mt-2 text-pretty text-ink-soft">{t('portal.sent.body')}</p>
          <p className="mt-4 text-base text-pretty text-ink-soft">{t('portal.sent.hint')}</p>
        </>
      }
      foot={<BusinessFoot business={business} />}
    >
      <p className="mt-3">
        <a
          className="link inline-flex min-h-11 items-center text-base"
          href={`/portal/${business.slug}/sign-in`}
        >
          {t('portal.dead.another')}
        </a>
      </p>
    </LinkFrame>
  );
}
