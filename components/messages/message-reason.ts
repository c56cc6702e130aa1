import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import { reasonKey } from '@/lib/messages/message-state';

/** Why a message stands where it stands, in plain words, with the SMTP code and the next try; null for nothing to say. */
export function messageReason(
  t: T,
  f: Formatter,
  message: {
    state: string;
    errorKind: string;
    errorCode: number | null;
    nextAttemptAt: Date | null;
  },
): string | null {
  const key = reasonKey(message);
  if (!key) return null;
  const next = message.state === 'WAITING' && message.nextAttemptAt;
  return [
    t(key),
    message.errorCode !== null && t('mail.code', { code: message.errorCode }),
    next && t('mail.nextTry', { time: f.instant(next) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
