import { Hourglass, Send } from 'lucide-react';
import { StatusPill } from '@/components/ui/status-pill';
import type { T } from '@/lib/i18n/translate';
import { type MessageFacts, shownState, stateTone } from '@/lib/messages/message-state';

/** Where a message stands: word, icon and colour. */
export function MessageStatePill({ t, message, now }: { t: T; message: MessageFacts; now: Date }) {
  const state = shownState(message, now);
  const icon =
    state === 'waiting' ? (
      <Hourglass className="icon" aria-hidden="true" />
    ) : state === 'held' || state === 'sending' ? (
      <Send className="icon mirror" aria-hidden="true" />
    ) : undefined;
  return (
    <StatusPill tone={stateTone(state)} icon={icon}>
      {t(`mail.states.${state}`)}
    </StatusPill>
  );
}
