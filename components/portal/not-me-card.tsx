import { ShieldAlert } from 'lucide-react';
import type { ActionResult } from '@/lib/actions/result';
import { deviceName, deviceOf } from '@/lib/http/device';
import type { FoundLink } from '@/lib/links/find-link';
import { ActionForm } from './action-form';
import { CardIcon } from './ask-for-link';
import type { Reader } from './reader';

/** A sign-in that somebody may not know, and the one button that ends it. */
export function NotMeCard({
  session,
  token,
  action,
  reader: { t, f },
}: {
  session: NonNullable<FoundLink['ends']>;
  token: string;
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  reader: Reader;
}) {
  const opened = t('portal.notMe.opened', {
    time: f.instant(session.createdAt),
    address: `\u2066${session.address}\u2069`,
  });
  return (
    <>
      <CardIcon>
        <ShieldAlert className="size-5" aria-hidden="true" />
      </CardIcon>
      <h1 className="mt-4 text-xl leading-snug font-semibold text-balance">
        {t('portal.notMe.title')}
      </h1>
      <p className="mt-2 text-pretty text-ink-soft">{t('portal.notMe.body')}</p>
      <p className="mt-4 border-t border-line pt-4 font-medium">
        {deviceName(t, deviceOf(session.userAgent))}
      </p>
      <p className="text-base text-ink-soft">{opened}</p>
      <ActionForm action={action} className="mt-6">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="btn btn-main btn-pay w-full">
          {t('portal.notMe.button')}
        </button>
      </ActionForm>
      <p className="mt-4 text-base text-pretty text-ink-soft">{t('portal.notMe.effect')}</p>
    </>
  );
}
