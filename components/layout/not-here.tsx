import { LinkButton } from '@/components/ui/button';
import type { T } from '@/lib/i18n/translate';
import { Mark } from './mark';

/** An address that leads nowhere, or a record that is not the reader's: both look alike. */
export function NotHere({ t, home = '/' }: { t: T; home?: string }) {
  return (
    <div className="flex max-w-[34rem] flex-col items-start gap-2 p-6 max-md:p-4">
      <div className="unframed mb-8">
        <Mark />
      </div>
      <h1 className="text-xl font-semibold">{t('common.notFound.title')}</h1>
      <p className="text-ink-soft">{t('common.notFound.body')}</p>
      <LinkButton href={home} plain className="mt-2">
        {t('common.notFound.home')}
      </LinkButton>
    </div>
  );
}
