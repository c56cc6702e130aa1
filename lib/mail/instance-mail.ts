import { env } from '@/lib/env/env';
import { type Delivery, deliver, type MailAddress, type MailServerAddress } from './deliver';

/** A mail of the instance itself to a person who works with it: a way back in, an invitation. */
export type AccountMail = {
  to: MailAddress;
  subject: string;
  html: string;
  text: string;
  messageId: string;
};

/** The instance's own SMTP server and the address it sends from; null where the operator has set none. */
export function instanceServer(): { server: MailServerAddress; from: MailAddress } | null {
  const { smtp } = env();
  if (!smtp) return null;
  const { from, ...server } = smtp;
  return { server: { ...server, trusted: true }, from: senderOf(from) };
}

/**
 * How account mails reach their people: by SMTP, by the operator who reads them in the terminal that Portico runs in, or
 * not at all. Whoever reads them can take the account, so they are never part of a log.
 */
export function accountMailWay(): 'smtp' | 'terminal' | 'none' {
  if (env().smtp) return 'smtp';
  return process.stdout.isTTY ? 'terminal' : 'none';
}

/** Sends an account mail the instance's way; 'noServer' where there is none. Account mails are in no business's outbox. */
export async function deliverAccountMail(mail: AccountMail): Promise<Delivery | 'noServer'> {
  const instance = instanceServer();
  if (instance) {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    return deliver(instance.server, { ...mail, from: instance.from, headers });
  }
  if (accountMailWay() === 'none') return 'noServer';
  process.stdout.write(consoleBlock(mail));
  return { ok: true, code: 250, rejected: [] };
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
