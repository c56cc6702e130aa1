/**
 * What goes wrong on purpose: `refuse` the connection, a `temporary` (451) or `permanent` (550)
 * answer to a recipient, `hang` without a greeting, `bad-credentials` (535), or `stored-but-refused`:
 * the message is kept, yet the sender is told to try again (451).
 */
export const mailboxFaults = [
  'none',
  'refuse',
  'temporary',
  'permanent',
  'hang',
  'bad-credentials',
  'stored-but-refused',
] as const;
export type MailboxFault = (typeof mailboxFaults)[number];

/** `recipient`: only for this address, where the fault is about one. */
export interface FaultState {
  mode: MailboxFault;
  recipient: string | null;
}

/** True if the fault is the given one and meets this recipient. */
export function meets(fault: FaultState, mode: MailboxFault, recipient: string): boolean {
  if (fault.mode !== mode) return false;
  return fault.recipient === null || fault.recipient.toLowerCase() === recipient.toLowerCase();
}

/** An SMTP answer other than yes. */
export function smtpRefusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
