import type { T } from '@/lib/i18n/translate';
import type { PortalFrameProps } from './portal-frame';

/** The sentences of the portal's frame, on the server. */
export function portalWords(t: T): PortalFrameProps['words'] {
  return {
    skip: t('frame.skip'),
    main: t('frame.main'),
    language: t('frame.language'),
    signedInAs: t('frame.portal.signedInAs'),
    signIns: t('frame.portal.signIns'),
    signOut: t('frame.signOut'),
    trust: t('frame.portal.trust'),
    by: t('frame.portal.by'),
  };
}

/** The places of the portal that exist. `current` is the path of the page. */
export function portalNavigation(t: T, base: string, current: string): PortalFrameProps['nav'] {
  return [
    { href: base, label: t('frame.portal.overview') },
    { href: `${base}/invoices`, label: t('frame.portal.invoices') },
    { href: `${base}/statement`, label: t('frame.portal.statement') },
  ].map((item) => ({ ...item, current: item.href === current }));
}
