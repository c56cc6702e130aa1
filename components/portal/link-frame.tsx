import type { CSSProperties, ReactNode } from 'react';
import { PortalLogo } from '@/components/layout/portal-frame';
import { brandTokens } from '@/lib/businesses/brand';
import { direction, htmlLang, type Locale } from '@/lib/i18n/locale';
import { phoneHref } from '@/lib/places/phone';

export type LinkBusiness = {
  name: string;
  slug: string;
  brandColor: string;
  logoHash: string | null;
  website: string;
};

/** The business's logo, from its own address so that browsers keep it. */
export function logoAddress(business: Pick<LinkBusiness, 'slug' | 'logoHash'>): string | null {
  return business.logoHash ? `/portal/${business.slug}/logo/${business.logoHash}` : null;
}

/** One narrow column for somebody who is not signed in: whose page this is, one card, and a last line. */
export function LinkFrame({
  business,
  locale,
  banner,
  card,
  foot,
  children,
}: {
  business: LinkBusiness;
  locale: Locale;
  banner?: ReactNode;
  card: ReactNode;
  foot: ReactNode;
  children?: ReactNode;
}) {
  const domain = domainOf(business.website);
  return (
    <div
      className="portal"
      lang={htmlLang(locale)}
      dir={direction(locale)}
      style={brandTokens(business.brandColor) as unknown as CSSProperties}
    >
      {banner}
      <main className="mx-auto flex w-full max-w-[27rem] grow flex-col px-4 pt-10 pb-6 sm:pt-[14vh]">
        <div className="mb-6 flex items-center gap-3">
          <PortalLogo name={business.name} logo={logoAddress(business)} large />
          <div className="min-w-0">
            <p className="leading-snug font-semibold">{business.name}</p>
            {domain && (
              <p className="text-base text-ink-soft">
                <bdi dir="ltr">{domain}</bdi>
              </p>
            )}
          </div>
        </div>
        <div className="card p-6">{card}</div>
        {children}
        <p className="mt-auto pt-8 text-base text-ink-soft">{foot}</p>
      </main>
    </div>
  );
}

/** A phone number to ring, as a link where it is one. */
export function PhoneLink({ phone, shown }: { phone: string; shown: string }) {
  const href = phoneHref(phone);
  const number = <bdi dir="ltr">{shown}</bdi>;
  if (!href) return number;
  return (
    <a className="link inline-flex min-h-11 items-center" href={href}>
      {number}
    </a>
  );
}

function domainOf(website: string): string | null {
  const address = website.includes('://') ? website : `https://${website}`;
  return website && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
