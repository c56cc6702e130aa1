import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Mailbox, startMailbox } from '@/lib/mail/mailbox/server';

let mailbox: Mailbox;
beforeEach(async () => {
  mailbox = await startMailbox();
});
afterEach(() => mailbox.close());

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function send(
  changes: SendMailOptions = {},
  box = mailbox,
  options: { auth?: { user: string; pass: string }; greetingTimeout?: number } = {},
) {
  const transport = nodemailer.createTransport({
    host: box.smtp.host,
    port: box.smtp.port,
    ignoreTLS: true,
    ...options,
  });
  return transport.sendMail({
    from: 'Studio North <billing@studio-north.example>',
    to: 'Layla Haddad <layla@haddad.example>',
    replyTo: 'owner@studio-north.example',
    subject: 'فاتورة INV-2026-0042',
    text: 'Read it: http://127.0.0.1:3000/l/abc?x=1&y=2',
    html: '<html dir="rtl"><head><title>x</title></head><body><img src="cid:logo@portico"><a href="http://127.0.0.1:3000/l/abc?x=1&amp;y=2">افتح</a><script>alert(1)</script></body></html>',
    attachments: [
      { filename: 'logo.png', content: pixel, cid: 'logo@portico', contentType: 'image/png' },
      { filename: 'فاتورة.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' },
    ],
    ...changes,
  });
}

describe('the demo mailbox', () => {
  test('keeps a mail as its recipient would get it, blind copies included', async () => {
    await send({ cc: 'books@haddad.example', bcc: 'archive@studio-north.example' });
    const [message] = await mailbox.messages();
    expect(message).toMatchObject({
      envelope: {
        from: 'billing@studio-north.example',
        to: ['layla@haddad.example', 'books@haddad.example', 'archive@studio-north.example'],
      },
      from: 'Studio North <billing@studio-north.example>',
      to: ['Layla Haddad <layla@haddad.example>'],
      cc: ['books@haddad.example'],
      replyTo: ['owner@studio-north.example'],
      subject: 'فاتورة INV-2026-0042',
      links: ['http://127.0.0.1:3000/l/abc?x=1&y=2'],
      attachments: [
        { filename: 'logo.png', inline: true, contentId: 'logo@portico' },
        { filename: 'فاتورة.pdf', mimeType: 'application/pdf', inline: false, size: 8 },
      ],
    });
    expect(message?.text).toContain('Read it');
    expect(Date.parse(message?.receivedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  test('shows the newest first, for everybody or for one recipient, and reloads itself', async () => {
    await send({ subject: 'First' });
    await send({ subject: '<b>Second</b>', to: 'li@lei.example' });
    const all = await (await fetch(mailbox.url)).text();
    expect(all).toContain('Portico demo mailbox – nothing leaves this machine');
    expect(all).toContain('http-equiv="refresh"');
    expect(all.indexOf('&lt;b&gt;Second')).toBeLessThan(all.indexOf('First'));
    expect(all).not.toContain('<b>Second');
    const one = await (await fetch(`${mailbox.url}/?to=li%40lei.example`)).text();
    expect(one).not.toContain('First');
    const json = await (await fetch(`${mailbox.url}/api/messages?to=li%40lei.example`)).json();
    expect(json).toMatchObject([{ subject: '<b>Second</b>' }]);
  });

  test('shows the HTML closed off, with its own pictures and links to new tabs', async () => {
    await send();
    const [message] = await mailbox.messages();
    const at = `${mailbox.url}/message/${message?.id}`;
    const page = await fetch(at);
    const markup = await page.text();
    expect(markup).toContain('<iframe');
    expect(markup).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox');
    expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'");
    const html = await fetch(`${at}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    const body = await html.text();
    expect(body).toContain(`src="data:image/png;base64,${pixel.toString('base64')}"`);
    expect(body).toContain('<head><base target="_blank">');
    expect(await (await fetch(`${at}?view=text`)).text()).toContain('Read it');
    expect(await (await fetch(`${at}?view=headers`)).text()).toContain('Delivered-To: layla@');
  });

  test('hands out attachments as downloads and the mail as it came', async () => {
    await send();
    const [message] = await mailbox.messages();
    const at = `${mailbox.url}/message/${message?.id}`;
    const file = await fetch(`${at}/attachments/1`);
    expect(await file.text()).toBe('%PDF-1.7');
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('فاتورة.pdf'));
    expect(await (await fetch(`${at}/raw`)).text()).toContain('MIME-Version: 1.0');
    expect((await fetch(`${at}/attachments/9`)).status).toBe(404);
    expect((await fetch(`${mailbox.url}/message/0000000000000-000000000000`)).status).toBe(404);
  });

  test('a mail that was accepted is still there after a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mailbox-'));
    const first = await startMailbox({ dataDir });
    await send({ subject: 'Kept' }, first);
    expect(readdirSync(dataDir)).toEqual([expect.stringMatching(/\.eml$/)]);
    const second = await startMailbox({ dataDir });
    expect(await second.messages()).toMatchObject([
      { subject: 'Kept', envelope: { to: ['layla@haddad.example'] } },
    ]);
    await second.clear();
    expect(await second.messages()).toEqual([]);
    await first.close();
    await second.close();
    rmSync(dataDir, { recursive: true });
  });

  test('a header that the sender wrote cannot pretend to be the envelope', async () => {
    await send({ headers: { 'Delivered-To': 'somebody@else.example' } });
    const [message] = await mailbox.messages();
    expect(message?.envelope.to).toEqual(['layla@haddad.example']);
  });
});

describe('the mailbox, when told to fail', () => {
  test('refuses the connection until mended, on the same port', async () => {
    await mailbox.fail('refuse');
    await expect(send()).rejects.toMatchObject({ code: 'ESOCKET' });
    await mailbox.fail('none');
    await send();
    expect(await mailbox.messages()).toHaveLength(1);
  });

  test('answers 451 or 550, for everybody or for one recipient', async () => {
    await mailbox.fail('temporary');
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await mailbox.fail('permanent', 'gone@haddad.example');
    const sent = await send({ to: ['layla@haddad.example', 'gone@haddad.example'] });
    expect(sent).toMatchObject({
      accepted: ['layla@haddad.example'],
      rejected: ['gone@haddad.example'],
    });
  });

  test('hangs without a greeting, and recovers', async () => {
    await mailbox.fail('hang');
    await expect(send({}, mailbox, { greetingTimeout: 200 })).rejects.toMatchObject({
      code: 'ETIMEDOUT',
    });
    await mailbox.fail('none');
    await expect(send()).resolves.toBeTruthy();
  });

  test('refuses a password, but otherwise takes any', async () => {
    const auth = { user: 'billing', pass: 'secret' };
    await expect(send({}, mailbox, { auth })).resolves.toBeTruthy();
    await mailbox.fail('bad-credentials');
    await expect(send({}, mailbox, { auth })).rejects.toMatchObject({
      code: 'EAUTH',
      responseCode: 535,
    });
  });

  test('keeps a mail and yet says try again, so that a second try is a second copy', async () => {
    await mailbox.fail('stored-but-refused');
    await expect(send({ messageId: '<a@portico>' })).rejects.toMatchObject({ responseCode: 451 });
    await mailbox.fail('none');
    await send({ messageId: '<a@portico>' });
    expect((await mailbox.messages()).map(({ messageId }) => messageId)).toEqual([
      '<a@portico>',
      '<a@portico>',
    ]);
  });

  test('another process can tell it to fail, and a wrong wish is refused', async () => {
    const wish = (body: unknown) =>
      fetch(`${mailbox.url}/api/fail`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await wish({ mode: 'explode' })).status).toBe(400);
    expect((await wish({ mode: 'temporary' })).status).toBe(200);
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
  });

  test('a port in use is an error, and nothing is left open', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const address = squatter.address();
    const httpPort = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await expect(startMailbox({ httpPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => squatter.close(resolve));
  });
});
