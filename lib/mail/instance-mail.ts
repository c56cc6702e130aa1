import { env } from '@/lib/env/env';
import { type Delivery, deliver, type MailAddress } from './deliver';

/** A mail of the instance itself to a person who works with it: a way back in, an invitation. */
export type AccountMail = {
  to: MailAddress;
  subject: string;
  html: string;
  text: string;
  messageId: string;
};

/**
 * Sends an account mail through the instance's SMTP server. Without one it is written to the console, for the
 * operator to pass on. Account mails are in no business's outbox.
 */
export async function deliverAccountMail(mail: AccountMail): Promise<Delivery> {
  const { smtp } = env();
  if (!smtp) {
    process.stdout.write(consoleBlock(mail));
    return { ok: true, code: 250, rejected: [] };
  }
  const { host, port, secure, user, pass } = smtp;
  return deliver(
    { host, port, secure, user, pass },
    { ...mail, from: senderOf(smtp.from), headers: { 'Auto-Submitted': 'auto-generated' } },
  );
}

/** 'Portico <mail@example.com>' or a bare address, in its parts. The configuration has checked the shape. */
export function senderOf(from: string): MailAddress {
  const [, name, address] = /^([^<]*)<([^>]+)>$/.exec(from.trim()) ?? [];
  return address
    ? { name: (name ?? '').trim().replace(/^"(.*)"$/, '$1') || 'Portico', address }
    : { name: 'Portico', address: from.trim() };
}

/** `<kind.id@host of this instance>`: the same for every attempt of one mail. */
export function accountMessageId(kind: string, id: string): string {
  return `<${kind}.${id}@${new URL(env().baseUrl).hostname}>`;
}

function consoleBlock(mail: AccountMail): string {
  const rule = '─'.repeat(72);
  return [
    '',
    rule,
    `To: ${mail.to.name} <${mail.to.address}>`,
    `Subject: ${mail.subject}`,
    '',
    mail.text.trimEnd(),
    rule,
    '',
    '',
  ].join('\n');
}
