import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';

export interface MailboxAttachment {
  index: number;
  filename: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  contentId: string | null;
  inline: boolean;
}
/** One received mail, as the recipient's program would understand it. */
export interface MailboxMessage {
  id: string;
  receivedAt: string;
  /** Who the SMTP conversation named, blind copies included. */
  envelope: { from: string; to: string[] };
  messageId: string | null;
  from: string;
  to: string[];
  cc: string[];
  replyTo: string[];
  subject: string;
  text: string;
  html: string;
  attachments: MailboxAttachment[];
  headers: { name: string; value: string }[];
  /** Web addresses in the mail, HTML first, each once. */
  links: string[];
}
export interface Envelope {
  from: string;
  to: string[];
  receivedAt: string;
}

/** What a mail server writes on top when it delivers; the envelope is read back from it. */
export function traceHeaders(envelope: Envelope): string {
  const lines = [
    `Return-Path: <${envelope.from}>`,
    ...envelope.to.map((recipient) => `Delivered-To: ${recipient}`),
    `Received: by portico-demo-mailbox; ${envelope.receivedAt}`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Reads a stored message; only the trace headers above `Received` are believed about the envelope. */
export async function readMessage(id: string, raw: Buffer): Promise<MailboxMessage> {
  const email = await PostalMime.parse(raw);
  const { html = '', text = '' } = email;
  return {
    id,
    ...envelopeOf(email),
    messageId: email.messageId ?? null,
    from: email.from ? (shown([email.from])[0] ?? '') : '',
    to: shown(email.to),
    cc: shown(email.cc),
    replyTo: shown(email.replyTo),
    subject: email.subject ?? '',
    text,
    html,
    attachments: email.attachments.map(described),
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    links: linksIn(html, text),
  };
}

/** The bytes and type of one attachment, or null. */
export async function readAttachment(
  raw: Buffer,
  index: number,
): Promise<{ filename: string; mimeType: string; content: Buffer } | null> {
  const attachment = (await PostalMime.parse(raw)).attachments[index];
  if (!attachment) return null;
  const { filename, mimeType } = described(attachment, index);
  return { filename, mimeType, content: bytesOf(attachment) };
}

/** The HTML part with its own pictures put in and links opening outside the frame. */
export async function viewableHtml(raw: Buffer): Promise<string> {
  const email = await PostalMime.parse(raw);
  const pictures = new Map(
    email.attachments
      .filter((attachment) => attachment.contentId && attachment.mimeType.startsWith('image/'))
      .map((attachment) => [
        bareId(attachment.contentId ?? ''),
        `data:${attachment.mimeType};base64,${bytesOf(attachment).toString('base64')}`,
      ]),
  );
  const html = (email.html ?? '').replace(/cid:([^"')\s>]+)/gi, (whole, id: string) => {
    return pictures.get(id) ?? pictures.get(id.replaceAll('%40', '@')) ?? whole;
  });
  const base = '<base target="_blank">';
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return `<!doctype html><meta charset="utf-8">${base}${html}`;
  const at = head.index + head[0].length;
  return `${html.slice(0, at)}${base}${html.slice(at)}`;
}

function envelopeOf(email: Email): Pick<MailboxMessage, 'receivedAt' | 'envelope'> {
  const end = email.headers.findIndex(({ key }) => key === 'received');
  const trace = email.headers.slice(0, end + 1);
  const received = trace.at(-1)?.value.split(';').at(-1)?.trim() ?? '';
  return {
    receivedAt: received,
    envelope: {
      from: trace[0]?.value.replace(/^<|>$/g, '') ?? '',
      to: trace.filter(({ key }) => key === 'delivered-to').map(({ value }) => value),
    },
  };
}

function shown(addresses: readonly Address[] = []): string[] {
  return addresses.flatMap((entry) =>
    (entry.group ?? [entry]).map(({ name, address }) => (name ? `${name} <${address}>` : address)),
  );
}

function described(attachment: Attachment, index: number): MailboxAttachment {
  return {
    index,
    filename: attachment.filename ?? `attachment-${index + 1}`,
    mimeType: attachment.mimeType,
    size: bytesOf(attachment).length,
    contentId: attachment.contentId ? bareId(attachment.contentId) : null,
    inline: attachment.related === true || attachment.disposition === 'inline',
  };
}

function bytesOf({ content, encoding }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content, encoding ?? 'utf8');
  return content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content);
}

function bareId(contentId: string): string {
  return contentId.replace(/^<|>$/g, '');
}

function linksIn(html: string, text: string): string[] {
  const fromHtml = [...html.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
    (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&').trim(),
  );
  const fromText = [...text.matchAll(/https?:\/\/[^\s<>"'،。；）)]+/g)].map((match) => match[0]);
  const links = [...fromHtml, ...fromText].filter((link) => /^https?:\/\//i.test(link));
  return [...new Set(links)];
}
