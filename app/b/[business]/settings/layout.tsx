import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/businesses/settings-nav';
import { PageHeader } from '@/components/layout/page-header';
import { findStaffContext } from '@/lib/auth/membership';
import type { Permission } from '@/lib/permissions/permissions';

const SECTIONS = [
  ['business', '', 'settings.read'],
  ['branding', '/branding', 'settings.read'],
  ['bank', '/bank', 'settings.read'],
  ['team', '/team', 'members.read'],
  ['clients', '/clients', 'settings.read'],
  ['taxes', '/taxes', 'settings.read'],
  ['numbering', '/numbering', 'settings.read'],
  ['documents', '/documents', 'settings.read'],
  ['templates', '/templates', 'settings.read'],
  ['mail', '/mail', 'settings.connections'],
  ['payments', '/payments', 'settings.connections'],
] as const satisfies readonly (readonly [string, string, Permission])[];

/** Title and sections around every settings page. It guards nothing: each page does. */
export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ business: string }>;
  children: ReactNode;
}) {
  const { business: slug } = await params;
  const ctx = await findStaffContext(slug);
  if (!ctx?.may('settings.read')) return children;
  const { t } = ctx;
  const sections = SECTIONS.filter(([, , may]) => ctx.may(may)).map(([name, path]) => ({
    href: `/b/${slug}/settings${path}`,
    label: t(`settings.nav.${name}`),
  }));
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <SettingsNav label={t('settings.title')} sections={sections} />
        {/* Positioned, or what only screen readers see would lengthen the window. */}
        <div className="page relative flex flex-col">{children}</div>
      </div>
    </>
  );
}
