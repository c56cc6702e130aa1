import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { env } from '@/lib/env/env';
import { EgressRefused, isPublicAddress, resolvePublicAddress } from '@/lib/http/egress';

/**
 * An SMTP server to submit mail to. `secure` is TLS from the first byte (port 465); otherwise STARTTLS, without which a
 * server on a public address is sent nothing. `trusted` is the operator's own choice, wherever it stands; what a business
 * typed never is.
 */
export type MailServerAddress = {
  host: string;
  port: number;
  secure: boolean;
  user: string | null;
  pass: string | null;
  trusted: boolean;
};

export type MailAddress = { name: string; address: string };

/** One finished mail. Bytes, never paths or addresses: nothing is fetched while it is put together. */
export type OutgoingMail = {
  from: MailAddress;
  to: MailAddress;
  cc?: readonly string[];
  replyTo?: string | null;
  subject: string;
  html: string;
  text: string;
  /** With its angle brackets; the same for every attempt. */
  messageId: string;
  headers?: Record<string, string>;
  attachments?: readonly {
    filename: string;
    content: Uint8Array;
    contentType: string;
    cid?: string;
  }[];
};

/**
 * Why a mail was not taken. `refused`: this sender or recipient, for good; `permanent`: this mail, for good;
 * `temporary`: ask again later; `blocked`: our own guard refuses the host; the rest concern the connection.
 */
export type DeliveryFailure =
  | 'refused'
  | 'temporary'
  | 'permanent'
  | 'auth'
  | 'tls'
  | 'timeout'
  | 'unreachable'
  | 'blocked'
  /** The connection was lost after the whole mail had been handed over: nobody knows whether it was taken. */
  | 'unanswered';

/** `code` is the SMTP reply code, if it came that far. `rejected` are the copies the server would not take. */
export type Delivery =
  | { ok: true; code: number; rejected: string[] }
  | { ok: false; kind: DeliveryFailure; code: number | null };

const DEADLINE_MS = 60_000;

/**
 * Hands one mail to an SMTP server: the only place that speaks SMTP. Never throws for what the server or the
 * network does, and never repeats the server's words. Private hosts are reached only where the operator says so: as the
 * instance's own server, or by MAIL_PRIVATE_HOSTS.
 */
export async function deliver(server: MailServerAddress, mail: OutgoingMail): Promise<Delivery> {
  let target: { address: string };
  try {
    target = await resolvePublicAddress(server.host, {
      port: server.port,
      allowPrivate: server.trusted
        ? [`${server.host.toLowerCase()}:${server.port}`]
        : env().mailPrivateHosts,
    });
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    return {
      ok: false,
      kind: error.reason === 'unknownHost' ? 'unreachable' : 'blocked',
      code: null,
    };
  }
  let handedOver = false;
  const transport = createTransport({
    // nodemailer reports a lost connection alike before and after the message; only its log tells them apart.
    logger: loggerThatNotes(() => {
      handedOver = true;
    }),
    host: target.address,
    port: server.port,
    secure: server.secure,
    ...(server.user ? { auth: { user: server.user, pass: server.pass ?? '' } } : {}),
    // A password, or a link that signs in, never travels in the clear over the internet.
    requireTLS: !server.secure && isPublicAddress(target.address),
    tls: {
      ...(isIP(server.host) ? {} : { servername: server.host }),
      minVersion: 'TLSv1.2',
      // Nobody sits between this machine and itself, and local servers sign their own certificates.
      rejectUnauthorized: !isLoopback(target.address),
    },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const sent = await transport.sendMail({
      ...message(mail),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    return { ok: true, code: codeOf(sent.response) ?? 250, rejected: sent.rejected.map(String) };
  } catch (error) {
    const failure = classify(error);
    const isSilent = failure.code === null && handedOver;
    return { ok: false, ...failure, kind: isSilent ? 'unanswered' : failure.kind };
  } finally {
    transport.close();
  }
}

/** A logger that keeps nothing and only notices the entry nodemailer writes when the message's last byte is on its way. */
function loggerThatNotes(messageEnded: () => void) {
  const ignore = () => {};
  const info = (entry: unknown) => {
    if ((entry as { tnx?: string } | null)?.tnx === 'message') messageEnded();
  };
  return {
    level: ignore,
    trace: ignore,
    debug: ignore,
    info,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
}

function message(mail: OutgoingMail) {
  const one = (address: string): MailAddress => ({ name: '', address });
  const cc = mail.cc ?? [];
  return {
    from: mail.from,
    to: mail.to,
    cc: cc.map(one),
    ...(mail.replyTo ? { replyTo: one(mail.replyTo) } : {}),
    envelope: { from: mail.from.address, to: [mail.to.address, ...cc] },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.messageId,
    headers: mail.headers ?? {},
    attachments: (mail.attachments ?? []).map((file) => ({
      filename: file.filename,
      content: Buffer.from(file.content),
      contentType: file.contentType,
      ...(file.cid ? { cid: file.cid, contentDisposition: 'inline' as const } : {}),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

type SmtpError = { code?: string; originalCode?: string; responseCode?: number; command?: string };

/** What went wrong, from codes alone. */
export function classify(error: unknown): { kind: DeliveryFailure; code: number | null } {
  const { code: name, originalCode, responseCode } = (error ?? {}) as SmtpError;
  const code = typeof responseCode === 'number' ? responseCode : null;
  const kind = ((): DeliveryFailure => {
    if (name === 'EAUTH' || name === 'ENOAUTH' || name === 'EOAUTH2') {
      return code !== null && code < 500 ? 'temporary' : 'auth';
    }
    if (name === 'ETLS' || isCertificateError(name) || isCertificateError(originalCode))
      return 'tls';
    if (name === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT' || name === 'EABORT') return 'timeout';
    if (code !== null && code >= 400 && code < 500) return 'temporary';
    if (name === 'EENVELOPE') return 'refused';
    if (code !== null && code >= 500) return 'permanent';
    if (name === 'EMESSAGE' || name === 'ESTREAM') return 'permanent';
    return 'unreachable';
  })();
  return { kind, code };
}

function isCertificateError(name: string | undefined): boolean {
  return /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/.test(name ?? '');
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

function codeOf(response: string | undefined): number | null {
  const digits = /^(\d{3})\b/.exec(response ?? '')?.[1];
  return digits ? Number(digits) : null;
}
