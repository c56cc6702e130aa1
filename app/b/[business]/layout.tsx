import { type ReactNode, Suspense } from 'react';
import { frameWords } from '@/components/layout/frame-words';
import { StaffFrame } from '@/components/layout/staff-frame';
import { staffNavigation } from '@/components/layout/staff-navigation';
import { Pulse } from '@/components/live/pulse';
import { findStaffContext } from '@/lib/auth/membership';
import { readPulse } from '@/lib/home/pulse';
import { businessesOf } from '@/lib/members/queries';
import { pageReader } from '@/lib/pages/reader';
import type { Permission } from '@/lib/permissions/permissions';
import { demoBanner } from '../../demo-banner';
import { chooseLanguage, chooseTheme, signOut } from '../../profile/actions';
import { AttentionBell } from './attention-bell';

/** Which permission opens a place of the frame, or lets one create there. */
const NEEDS: Record<Parameters<Parameters<typeof staffNavigation>[2]>[0], Permission> = {
  clients: 'clients.read',
  invoices: 'invoices.read',
  payments: 'payments.read',
  products: 'products.read',
  mail: 'messages.read',
  settings: 'settings.read',
  'new clients': 'clients.write',
  'new invoices': 'invoices.write',
  'new payments': 'payments.record',
  'new products': 'products.write',
  'new mail': 'messages.send',
  'new settings': 'settings.write',
};

/** The frame around every staff page. It guards nothing: each page does, and without a member there is no frame. */
export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ business: string }>;
  children: ReactNode;
}) {
  const { business: slug } = await params;
  const ctx = await findStaffContext(slug);
  if (!ctx) return children;
  const { t, locale, business, user } = ctx;
  const [reader, businesses, { seq }] = await Promise.all([
    pageReader(),
    businessesOf(user.id),
    readPulse(ctx, null),
  ]);
  const home = (to: string) => `/b/${to}/home`;
  return (
    <StaffFrame
      locale={locale}
      words={frameWords(t)}
      navigation={staffNavigation(t, slug, (place) => ctx.may(NEEDS[place]))}
      business={{ name: business.name, home: home(slug) }}
      businesses={businesses
        .filter((one) => one.slug !== slug)
        .map((one) => ({ name: one.name, href: home(one.slug) }))}
      person={{ name: user.name, email: user.email, profileHref: '/profile' }}
      theme={reader.theme}
      sidebar={reader.sidebar}
      actions={{ chooseLanguage, chooseTheme, signOut }}
      base={`/b/${slug}`}
      notifications={
        <Suspense>
          <AttentionBell ctx={ctx} />
        </Suspense>
      }
      banner={demoBanner(t)}
    >
      {children}
      <Pulse business={slug} seq={seq} />
    </StaffFrame>
  );
}
