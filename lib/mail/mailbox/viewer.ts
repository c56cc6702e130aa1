import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerFont } from '@/lib/http/local-server/fonts';
import { fromOurOwnPage, readBody, sendJson, sendPage } from '@/lib/http/local-server/responses';
import { type MailboxFault, mailboxFaults } from '@/lib/mail/mailbox/faults';
import type { MailStore } from '@/lib/mail/mailbox/mail-store';
import { readAttachment, viewableHtml } from '@/lib/mail/mailbox/message';
import { listPage, messagePage, missingPage, views } from '@/lib/mail/mailbox/pages';

export interface Viewer {
  store: MailStore;
  fail(mode: MailboxFault, recipient?: string): Promise<void>;
}

const faultRequest = z.strictObject({
  mode: z.enum(mailboxFaults),
  recipient: z.string().optional(),
});

/** Answers one request to the viewer: pages for people, /api/… as JSON for tests. */
export async function answerViewer(
  viewer: Viewer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mailbox');
  if (url.pathname.startsWith('/api/')) {
    await answerApi(viewer, request, response, url);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendJson(response, 405, { error: 'Only GET is answered here.' });
    return;
  }
  if (await answerFont(url.pathname, response)) return;
  if (url.pathname === '/') {
    const recipient = url.searchParams.get('to') || null;
    sendPage(response, 200, listPage(await viewer.store.messages(), recipient));
    return;
  }
  const [, id = '', part = ''] = /^\/message\/([0-9a-f-]+)(?:\/(.+))?$/.exec(url.pathname) ?? [];
  if (!viewer.store.has(id)) sendPage(response, 404, missingPage());
  else if (part === '') await sendMessage(viewer, response, id, url);
  else if (part === 'html') await sendMailHtml(viewer, response, id);
  else if (part === 'raw') {
    sendFile(response, `${id}.eml`, 'message/rfc822', await viewer.store.rawMessage(id));
  } else await sendAttachment(viewer, response, id, part);
}

async function answerApi(
  viewer: Viewer,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const call = `${request.method} ${url.pathname}`;
  if (call === 'GET /api/messages') {
    const recipient = url.searchParams.get('to');
    const messages = await viewer.store.messages();
    const wanted = messages.filter(({ envelope }) => !recipient || envelope.to.includes(recipient));
    sendJson(response, 200, wanted);
    return;
  }
  if (!fromOurOwnPage(request)) {
    sendJson(response, 403, { error: 'Not from a page of somebody else.' });
    return;
  }
  if (call === 'DELETE /api/messages') {
    await viewer.store.clear();
    sendJson(response, 200, {});
    return;
  }
  if (
    call === 'POST /api/fail' &&
    request.headers['content-type']?.startsWith('application/json')
  ) {
    const given = faultRequest.safeParse(parsed((await readBody(request)) ?? ''));
    if (!given.success) {
      sendJson(response, 400, { error: given.error.message });
      return;
    }
    await viewer.fail(given.data.mode, given.data.recipient);
    sendJson(response, 200, given.data);
    return;
  }
  sendJson(response, 404, { error: `Nothing at ${call}.` });
}

async function sendMessage(
  viewer: Viewer,
  response: ServerResponse,
  id: string,
  url: URL,
): Promise<void> {
  const view = views.find((one) => one === url.searchParams.get('view')) ?? 'html';
  const markup = messagePage(await viewer.store.message(id), view);
  sendPage(response, 200, markup, { frames: true });
}

/** The mail itself: no script, no request to anywhere, links only into new tabs. */
async function sendMailHtml(viewer: Viewer, response: ServerResponse, id: string): Promise<void> {
  response.writeHead(200, {
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(await viewableHtml(await viewer.store.rawMessage(id)));
}

async function sendAttachment(
  viewer: Viewer,
  response: ServerResponse,
  id: string,
  part: string,
): Promise<void> {
  const index = /^attachments\/(\d{1,4})$/.exec(part)?.[1];
  const found = index
    ? await readAttachment(await viewer.store.rawMessage(id), Number(index))
    : null;
  if (!found) sendPage(response, 404, missingPage());
  else sendFile(response, found.filename, found.mimeType, found.content);
}

function sendFile(response: ServerResponse, name: string, type: string, content: Buffer): void {
  const safeType = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
  response.writeHead(200, {
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`,
    'content-length': content.length,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': safeType,
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
