import type { MessageState } from '@/lib/db/generated/enums';
import type { MessageKey } from '@/lib/i18n/translate';

/**
 * Where a message stands, for people. `held` is waiting for its ten seconds, `waiting` for something to be put right: a
 * server, or a worker that has not come for it.
 */
export const SHOWN_STATES = [
  'held',
  'waiting',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'cancelled',
] as const;

export type ShownState = (typeof SHOWN_STATES)[number];

/** The stored facts a shown state follows from. */
export type MessageFacts = {
  state: MessageState;
  attempts: number;
  errorKind: string;
  sendAfter: Date;
};

const OVERDUE_MS = 60_000;

/** What a message's state is called. */
export function shownState(message: MessageFacts, now: Date): ShownState {
  switch (message.state) {
    case 'WAITING':
      if (message.errorKind && message.errorKind !== 'pdfPending') return 'waiting';
      return now.getTime() - message.sendAfter.getTime() > OVERDUE_MS ? 'waiting' : 'held';
    case 'SENDING':
      return 'sending';
    case 'SENT':
      return 'sent';
    case 'FAILED':
      return 'failed';
    case 'UNCERTAIN':
      return 'uncertain';
    case 'CANCELLED':
      return 'cancelled';
  }
}

/** Tone of the state's pill: filled while somebody waits for it, plain once it is over. */
export function stateTone(state: ShownState) {
  const tones = {
    held: 'processing',
    waiting: 'warn',
    sending: 'processing',
    sent: 'paid',
    failed: 'overdue',
    uncertain: 'warn',
    cancelled: 'void',
  } as const satisfies Record<ShownState, string>;
  return tones[state];
}

/** Why it stands where it stands, as a message key; null when there is nothing to add. */
export function reasonKey(message: Pick<MessageFacts, 'errorKind'>): MessageKey | null {
  const keys: Record<string, MessageKey> = {
    noServer: 'mail.reasons.noServer',
    pdfPending: 'mail.reasons.pdfPending',
    refused: 'mail.reasons.refused',
    permanent: 'mail.reasons.permanent',
    temporary: 'mail.reasons.temporary',
    auth: 'mail.reasons.auth',
    tls: 'mail.reasons.tls',
    timeout: 'mail.reasons.timeout',
    unreachable: 'mail.reasons.unreachable',
    blocked: 'mail.reasons.blocked',
    interrupted: 'mail.reasons.interrupted',
    voided: 'mail.reasons.voided',
    reversed: 'mail.reasons.reversed',
    linkDead: 'mail.reasons.linkDead',
    pdfMissing: 'mail.reasons.pdfMissing',
    takenBack: 'mail.reasons.takenBack',
    copyRefused: 'mail.reasons.copyRefused',
  };
  return keys[message.errorKind] ?? null;
}

/** Whether the message can still be taken back. */
export function canCancel(message: { state: MessageState }): boolean {
  return message.state === 'WAITING';
}

/** Whether it may be sent as a new one. */
export function canSendAgain(message: { state: MessageState }): boolean {
  return message.state !== 'WAITING' && message.state !== 'SENDING';
}
