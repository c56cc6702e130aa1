import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { forgetEnv } from '@/lib/env/env';
import { classify, deliver, type OutgoingMail } from '@/lib/mail/deliver';

const mail: OutgoingMail = {
  from: { name: 'Tidewater Signs', address: 'billing@tidewater.example' },
  to: { name: 'Mona, "Larkfield" <x@evil.example>', address: 'mona@larkfield.example' },
  cc: ['accounts@larkfield.example'],
  subject: 'Invoice',
  html: '<p>Hello</p>',
  text: 'Hello',
  messageId: '<one@portico.test>',
};

let running: SMTPServer | null = null;
let received: { to: string[]; body: string }[] = [];

async function server(options: SMTPServerOptions = {}): Promise<number> {
  received = [];
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, body: Buffer.concat(chunks).toString() });
        done();
      });
    },
    ...options,
  });
  running = made;
  await new Promise<void>((ready) => made.listen(0, '127.0.0.1', ready));
  return (made.server.address() as AddressInfo).port;
}

function cutTheLine(): void {
  for (const connection of running?.connections ?? []) {
    (connection as unknown as { _socket: Socket })._socket.destroy();
  }
}

const at = (port: number, user: string | null = null, trusted = false) => ({
  host: '127.0.0.1',
  port,
  secure: false,
  user,
  pass: user && 'secret words',
  trusted,
});

const failing = (code: number, text: string) =>
  Object.assign(new Error(text), { responseCode: code });

beforeAll(() => {
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none';
  process.env.MAIL_PRIVATE_HOSTS = '127.0.0.1';
  forgetEnv();
});

afterEach(async () => {
  const stopping = running;
  running = null;
  if (stopping) await new Promise<void>((stopped) => stopping.close(stopped));
});

describe('Handing a mail to a server', () => {
  test('delivers it to the stored addresses and to nobody a name may hint at', async () => {
    const answer = await deliver(at(await server()), mail);
    expect(answer).toEqual({ ok: true, code: 250, rejected: [] });
    expect(received[0]?.to).toEqual(['mona@larkfield.example', 'accounts@larkfield.example']);
    expect(received[0]?.body).toContain('Message-ID: <one@portico.test>');
  });

  test('writes no header that a name, a subject or a file brings along', async () => {
    const bring = (text: string) =>
      `${text}\r\nBcc: thief@evil.example\r\n\r\nX-Injected: yes\nReply-To: thief@evil.example\0`;
    const answer = await deliver(at(await server()), {
      ...mail,
      from: { ...mail.from, name: bring('Tidewater') },
      to: { ...mail.to, name: bring('Mona') },
      subject: bring('Invoice'),
      messageId: bring('<one@portico.test>'),
      headers: { 'Auto-Submitted': bring('auto-generated') },
      attachments: [
        {
          filename: bring('invoice.pdf'),
          content: Buffer.from('%PDF'),
          contentType: bring('application/pdf'),
        },
      ],
    });
    expect(answer).toEqual({ ok: true, code: 250, rejected: [] });
    expect(received[0]?.to).toEqual(['mona@larkfield.example', 'accounts@larkfield.example']);
    expect(received[0]?.body).not.toMatch(/^(bcc|x-injected|reply-to):/im);
  });

  test('does not know what became of a mail when the line breaks after its last byte', async () => {
    const port = await server({
      onData(stream) {
        stream.resume();
        stream.on('end', cutTheLine);
      },
    });
    expect(await deliver(at(port), mail)).toEqual({ ok: false, kind: 'unanswered', code: null });
  });

  test('knows that nothing was sent when the line breaks before the message', async () => {
    const port = await server({ onMailFrom: cutTheLine });
    expect(await deliver(at(port), mail)).toMatchObject({ ok: false, kind: 'unreachable' });
  });

  test('reaches the private server of the instance for the instance, and for no business that names it', async () => {
    const port = await server();
    Object.assign(process.env, {
      MAIL_PRIVATE_HOSTS: '',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(port),
      SMTP_FROM: 'mail@portico.test',
    });
    forgetEnv();
    try {
      expect(await deliver(at(port), mail)).toMatchObject({ ok: false, kind: 'blocked' });
      expect(received).toEqual([]);
      expect(await deliver(at(port, null, true), mail)).toMatchObject({ ok: true });
    } finally {
      for (const name of ['SMTP_HOST', 'SMTP_PORT', 'SMTP_FROM']) delete process.env[name];
      process.env.MAIL_PRIVATE_HOSTS = '127.0.0.1';
      forgetEnv();
    }
  });

  test('fetches nothing that an attachment or a picture names', async () => {
    const port = await server();
    const html = '<img src="file:///etc/passwd"><img src="http://169.254.169.254/">';
    expect(await deliver(at(port), { ...mail, html })).toMatchObject({ ok: true });
    expect(received[0]?.body).not.toContain('root:');
  });

  test('tells a refused address, a busy server and a refused mail apart, by the code alone', async () => {
    const refused = await server({
      onRcptTo: (_a, _s, done) => done(failing(550, 'no such user secret')),
    });
    expect(await deliver(at(refused), mail)).toEqual({ ok: false, kind: 'refused', code: 550 });
    await new Promise<void>((stopped) => running?.close(stopped));
    const busy = await server({ onMailFrom: (_a, _s, done) => done(failing(451, 'later')) });
    expect(await deliver(at(busy), mail)).toEqual({ ok: false, kind: 'temporary', code: 451 });
    await new Promise<void>((stopped) => running?.close(stopped));
    const never = await server({
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => done(failing(554, 'spam')));
      },
    });
    expect(await deliver(at(never), mail)).toEqual({ ok: false, kind: 'permanent', code: 554 });
  });

  test('says so when the password is wrong', async () => {
    const port = await server({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(failing(535, 'wrong')),
    });
    expect(await deliver(at(port, 'box'), mail)).toEqual({ ok: false, kind: 'auth', code: 535 });
  });

  test('says so when nobody listens, and when the host is not allowed', async () => {
    expect(await deliver(at(9), mail)).toEqual({ ok: false, kind: 'unreachable', code: null });
    for (const host of ['10.0.0.1', '169.254.169.254', '[::1]']) {
      expect(await deliver({ ...at(587), host }, mail)).toEqual({
        ok: false,
        kind: 'blocked',
        code: null,
      });
    }
    expect(await deliver({ ...at(22), host: '192.0.2.1' }, mail)).toMatchObject({
      kind: 'blocked',
    });
  });
});

test.each([
  [{ code: 'ETLS' }, 'tls'],
  [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'tls'],
  [{ code: 'ETIMEDOUT' }, 'timeout'],
  [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'unreachable'],
  [{ code: 'EAUTH', responseCode: 454 }, 'temporary'],
  [new Error('anything'), 'unreachable'],
])('%j is %s', (error, kind) => {
  expect(classify(error).kind).toBe(kind);
});
