import type { SendDialogProps } from '@/components/messages/send-props';
import { sendWords } from '@/components/messages/send-words';
import type { StaffContext } from '@/lib/auth/context';
import { sendOne, takeBack } from './actions';

/** What `<SendDialog>` needs besides its trigger. The base may be of a draft that is not stored yet. */
export function sendDialogProps(
  ctx: StaffContext,
  documentId: string,
): Omit<SendDialogProps, 'trigger' | 'beforeOpen' | 'onSent'> {
  const { slug } = ctx.business;
  return {
    documentId,
    base: `/b/${slug}/invoices/${documentId}`,
    templatesHref: ctx.may('settings.write') ? `/b/${slug}/settings/templates` : null,
    send: sendOne.bind(null, slug),
    takeBack: takeBack.bind(null, slug),
    words: sendWords(ctx.t),
  };
}
