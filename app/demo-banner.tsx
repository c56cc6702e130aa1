import { env } from '@/lib/env/env';
import type { T } from '@/lib/i18n/translate';

/** What the demo says above every page, or null where payments and mail are real. */
export function demoBanner(t: T) {
  const { demo, simulated } = env();
  if (!demo) return null;
  return (
    <>
      <span>{t('demo.banner')}</span>
      {simulated && (
        <a href={simulated.mailboxUrl} target="_blank" rel="noreferrer" className="link">
          {t('demo.mailbox')}
        </a>
      )}
    </>
  );
}
