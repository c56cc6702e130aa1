import { headers } from 'next/headers';
import type { CSSProperties, ReactNode } from 'react';
import { PortalFrame } from '@/components/layout/portal-frame';
import { portalNavigation, portalWords } from '@/components/layout/portal-words';
import { formAction } from '@/components/portal/form-action';
import { logoAddress } from '@/components/portal/link-frame';
import type { PortalContext } from '@/lib/auth/context';
import { brandTokens } from '@/lib/businesses/brand';
import { env } from '@/lib/env/env';
import { PATH_HEADER } from '@/lib/pages/path-header';
import { displayPhone } from '@/lib/places/phone';
import { myAddress } from '@/lib/portal/sessions';
import { chooseLanguage, signOut } from './actions';

/** The portal's frame around the page of a signed-in client. `at` is the path of the place the page belongs to. */
export async function PortalShell({
  ctx,
  at,
  children,
}: {
  ctx: PortalContext;
  at: string;
  children: ReactNode;
}) {
  const { business, party, t } = ctx;
  const base = `/portal/${business.slug}`;
  const path = (await headers()).get(PATH_HEADER) ?? base;
  return (
    <PortalFrame
      locale={ctx.locale}
      brand={brandTokens(business.brandColor) as unknown as CSSProperties}
      business={{ name: business.name, logo: logoAddress(business), home: base }}
      nav={portalNavigation(t, base, at)}
      language={{ action: formAction(chooseLanguage.bind(null, business.slug)), next: path }}
      person={{
        name: ctx.actor.name,
        email: await myAddress(ctx),
        signInsHref: `${base}/sign-ins`,
        signOut: formAction(signOut.bind(null, business.slug)),
      }}
      words={portalWords(t)}
      banner={env().demo ? t('portal.demo') : undefined}
      footer={{
        legalName: business.legalName || business.name,
        phone: business.phone ? displayPhone(business.phone, party.country) : null,
        email: business.email || null,
      }}
    >
      {children}
    </PortalFrame>
  );
}
