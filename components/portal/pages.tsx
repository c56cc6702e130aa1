import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { T } from '@/lib/i18n/translate';

/** The ways to the pages beside this one, as plain links. */
export function Pages({ newer, older, t }: { newer: string | null; older: string | null; t: T }) {
  if (!newer && !older) return null;
  return (
    <nav
      className="no-print mt-4 flex flex-wrap justify-between gap-2"
      aria-label={t('portal.pages.title')}
    >
      {newer ? (
        <a className="btn" href={newer} rel="prev">
          <ArrowLeft className="size-5 shrink-0 rtl:-scale-x-100" aria-hidden="true" />
          {t('portal.pages.newer')}
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a className="btn" href={older} rel="next">
          {t('portal.pages.older')}
          <ArrowRight className="size-5 shrink-0 rtl:-scale-x-100" aria-hidden="true" />
        </a>
      )}
    </nav>
  );
}
