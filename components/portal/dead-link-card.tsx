import { Link2Off, Mail } from 'lucide-react';
import type { ActionResult } from '@/lib/actions/result';
import type { T } from '@/lib/i18n/translate';
import { ActionForm } from './action-form';
import { CardIcon } from './ask-for-link';

/** Why a link opens nothing any more, in two sentences, and the way to a fresh one. No amount, no name. */
export function DeadLinkCard({
  because,
  masked,
  token,
  action,
  t,
}: {
  because: 'revoked' | 'used' | 'expired';
  /** Where a fresh link would go, masked; null when there is no address any more. */
  masked: string | null;
  token: string;
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  t: T;
}) {
  return (
    <>
      <CardIcon>
        <Link2Off className="size-5" aria-hidden="true" />
      </CardIcon>
      <h1 className="mt-4 text-xl leading-snug font-semibold text-balance">
        {t(`portal.dead.title.${because}`)}
      </h1>
      <p className="mt-2 text-pretty text-ink-soft">{t(`portal.dead.body.${because}`)}</p>
      {masked && (
        <>
          <p className="mt-6 mb-3 text-base text-ink-soft">
            {t('portal.dead.goesTo')}{' '}
            <span className="text-ink">
              <bdi dir="ltr">{masked}</bdi>
            </span>
          </p>
          <ActionForm action={action}>
            <input type="hidden" name="token" value={token} />
            <button type="submit" className="btn btn-main btn-pay w-full">
              <Mail className="size-5 shrink-0" aria-hidden="true" />
              {t('portal.dead.send')}
            </button>
          </ActionForm>
          <p className="mt-4 text-base text-pretty text-ink-soft">{t('portal.dead.works')}</p>
        </>
      )}
    </>
  );
}
