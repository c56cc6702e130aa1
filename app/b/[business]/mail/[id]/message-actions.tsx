import { Check, RotateCw, Undo2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { canCancel, canSendAgain } from '@/lib/messages/message-state';
import type { findMessage } from '@/lib/messages/queries';
import { cancelMessage, dismissMessage, sendAgain } from './actions';

/** What can be done about a message: take it back while it waits, send it again once it ended, mark it as seen to. */
export function MessageActions(props: {
  ctx: StaffContext;
  message: Awaited<ReturnType<typeof findMessage>>;
  /** The address that a new one would go to; null when the client has none. */
  address: string | null;
}) {
  const { ctx, message, address } = props;
  const { t, locale, business } = ctx;
  if (!ctx.may('messages.send')) return null;
  const words = formWords(t, locale);
  const typed = message.typedSubject !== null || message.typedBody !== null;
  const needsHand = message.state === 'FAILED' || message.state === 'UNCERTAIN';
  const fields = { id: message.id };
  return (
    <>
      {needsHand && !message.settledAt && (
        <ConfirmDialog
          trigger={<Button icon={<Check />}>{t('mail.one.dismiss')}</Button>}
          title={t('mail.one.dismiss')}
          body={t('mail.one.dismissHelp')}
          confirm={t('mail.one.dismiss')}
          cancel={t('mail.send.cancel')}
          action={dismissMessage.bind(null, business.slug)}
          fields={fields}
          words={words}
          saved={t('mail.one.dismissed')}
        />
      )}
      {canCancel(message) && (
        <ConfirmDialog
          trigger={<Button icon={<Undo2 />}>{t('mail.one.cancel')}</Button>}
          title={t('mail.one.cancelTitle')}
          body={t('mail.one.cancelBody')}
          confirm={t('mail.one.cancelConfirm')}
          cancel={t('mail.one.keep')}
          danger
          action={cancelMessage.bind(null, business.slug)}
          fields={fields}
          words={words}
          saved={t('mail.one.cancelled')}
        />
      )}
      {canSendAgain(message) && address && (
        <ConfirmDialog
          trigger={
            <Button variant={needsHand ? 'primary' : 'outline'} icon={<RotateCw />}>
              {t('mail.one.again')}
            </Button>
          }
          title={t('mail.one.againTitle', { email: address })}
          body={
            <>
              <p>{t(typed ? 'mail.one.againBodyTyped' : 'mail.one.againBody')}</p>
              {message.state === 'UNCERTAIN' && (
                <p className="mt-2 font-medium">{t('mail.one.againUncertain')}</p>
              )}
            </>
          }
          confirm={t('mail.one.againConfirm')}
          cancel={t('mail.send.cancel')}
          action={sendAgain.bind(null, business.slug)}
          fields={{ ...fields, newId: newId() }}
          words={words}
          saved={t('mail.one.againDone')}
        />
      )}
    </>
  );
}
