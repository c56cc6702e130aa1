import { baseStyle } from '@/lib/http/local-server/base-style';
import { documentOf, type Html, html } from '@/lib/http/local-server/html';
import type { MailboxMessage } from '@/lib/mail/mailbox/message';

const title = 'Portico demo mailbox – nothing leaves this machine';
const refreshSeconds = 5;
export const views = ['html', 'text', 'headers'] as const;
export type View = (typeof views)[number];

const style = `${baseStyle}
body{font-size:14px}
.banner{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;text-align:start}
.banner a{color:inherit;font-weight:600;text-decoration:none}
.frame{max-width:72rem;margin:0 auto;padding:20px 16px 48px;display:grid;gap:24px;grid-template-columns:15rem minmax(0,1fr)}
nav.people{display:flex;flex-direction:column;gap:2px}
nav.people a{display:flex;justify-content:space-between;gap:8px;min-height:36px;align-items:center;padding:4px 10px;border-radius:6px;color:inherit;text-decoration:none}
nav.people a span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
nav.people a:hover,nav.people a[aria-current]{background:#e9e6e0}
nav.people a[aria-current]{font-weight:600}
h1{font-size:20px;font-weight:600;overflow-wrap:anywhere}
h1 bdi{white-space:normal}
ol{list-style:none;margin:16px 0 0;padding:0;background:#fff;border:1px solid #e4e1db;border-radius:10px;overflow:hidden}
ol li+li{border-block-start:1px solid #e4e1db}
ol a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 16px;padding:10px 16px;color:inherit;text-decoration:none}
ol a:hover{background:#f7f6f3}
ol .subject{font-weight:550;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
ol .who{grid-column:1;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
time{color:#5b564e;font-size:13px;white-space:nowrap;font-variant-numeric:tabular-nums}
.message{grid-column:1/-1;min-width:0}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:4px 16px;margin:12px 0}
dt{color:#5b564e}
dd{margin:0;overflow-wrap:anywhere}
dd bdi{white-space:normal}
.chips{display:flex;flex-wrap:wrap;gap:8px;margin-block:12px}
.chips a{display:inline-flex;min-height:40px;align-items:center;gap:8px;padding:0 12px;border:1px solid #948e83;border-radius:6px;background:#fff;color:inherit;text-decoration:none}
.tabs{display:flex;gap:4px;margin-block:16px 0;border-block-end:1px solid #e4e1db}
.tabs a{min-height:44px;display:inline-flex;align-items:center;padding:0 14px;color:#5b564e;text-decoration:none;border-block-end:2px solid transparent}
.tabs a[aria-current]{color:#1d1b18;border-color:#0b5d57;font-weight:600}
iframe{display:block;width:100%;height:75vh;min-height:30rem;border:1px solid #e4e1db;border-block-start:0;background:#fff}
pre{margin:0;padding:16px;background:#fff;border:1px solid #e4e1db;border-block-start:0;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.6 ui-monospace,Menlo,Consolas,monospace;unicode-bidi:plaintext}
.links{margin:8px 0 0;padding-inline-start:20px;overflow-wrap:anywhere}
.links li{padding-block:4px}
@media(max-width:44rem){.frame{grid-template-columns:minmax(0,1fr)}nav.people a{min-height:44px}ol a{grid-template-columns:minmax(0,1fr)}}
`;

/** The list, newest first, of everybody or of one recipient; reloads itself without script. */
export function listPage(messages: readonly MailboxMessage[], recipient: string | null): string {
  const shown = recipient
    ? messages.filter((message) => message.envelope.to.includes(recipient))
    : messages;
  const body = html`${banner()}<div class="frame">${people(messages, recipient)}<main>
    <h1>${recipient ?? 'All mail'}</h1>
    <p class="soft">${shown.length === 1 ? '1 message' : `${shown.length} messages`}, newest first. This page reloads itself.</p>
    ${shown.length > 0 ? html`<ol>${shown.map(row)}</ol>` : html`<p>No mail yet. What Portico sends appears here.</p>`}
  </main></div>`;
  return documentOf({ title, language: 'en', style, refresh: refreshSeconds, body });
}

/** One mail: who and what, then its HTML in a closed frame, its plain text, or its headers. */
export function messagePage(message: MailboxMessage, view: View): string {
  const attachments = message.attachments.filter((attachment) => !attachment.inline);
  const body = html`${banner()}<div class="frame"><main class="message">
    <p><a href="/">All mail</a></p>
    <h1><bdi>${message.subject || '(no subject)'}</bdi></h1>
    <dl>${facts(message)}</dl>
    ${attachments.length > 0 && html`<div class="chips">${attachments.map((attachment) => html`<a href="/message/${message.id}/attachments/${attachment.index}" download><bdi>${attachment.filename}</bdi><span class="soft">${size(attachment.size)}</span></a>`)}</div>`}
    <div class="tabs">${views.map((one) => html`<a href="?view=${one}" ${one === view ? { markup: 'aria-current="page"' } : null}>${tabNames[one]}</a>`)}</div>
    ${content(message, view)}
    ${links(message)}
  </main></div>`;
  return documentOf({ title: message.subject || title, language: 'en', style, body });
}

export function missingPage(): string {
  const body = html`${banner()}<div class="frame"><main class="message"><h1>There is no such message</h1><p><a href="/">All mail</a></p></main></div>`;
  return documentOf({ title, language: 'en', style, body });
}

const tabNames: Record<View, string> = { html: 'As mail', text: 'Plain text', headers: 'Headers' };

function banner(): Html {
  return html`<div class="banner" role="note"><a href="/">${title}</a></div>`;
}

function people(messages: readonly MailboxMessage[], current: string | null): Html {
  const counts = new Map<string, number>();
  for (const { envelope } of messages) {
    for (const address of envelope.to) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, count]) =>
      person(address, `/?to=${encodeURIComponent(address)}`, count, current),
    );
  return html`<nav class="people" aria-label="Recipients">${person('All mail', '/', messages.length, current ?? 'All mail')}${rows}</nav>`;
}

function person(name: string, href: string, count: number, current: string | null): Html {
  const mark = name === current ? { markup: 'aria-current="page"' } : null;
  return html`<a href="${href}" ${mark}><span>${name}</span><span class="soft">${count}</span></a>`;
}

function row(message: MailboxMessage): Html {
  const files = message.attachments.filter((attachment) => !attachment.inline).length;
  return html`<li><a href="/message/${message.id}"><span class="subject"><bdi>${message.subject || '(no subject)'}</bdi></span>${time(message.receivedAt)}
    <span class="who soft"><bdi>${message.from}</bdi> to <bdi>${message.envelope.to.join(', ')}</bdi>${files > 0 && html`, ${files} attached`}</span></a></li>`;
}

function facts(message: MailboxMessage): Html[] {
  const hidden = message.envelope.to.filter(
    (address) => ![...message.to, ...message.cc].some((named) => named.includes(address)),
  );
  const rows: [string, string[]][] = [
    ['From', [message.from]],
    ['To', message.to],
    ['Cc', message.cc],
    ['Blind copy', hidden],
    ['Reply to', message.replyTo],
  ];
  const written = rows
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => html`<dt>${name}</dt><dd><bdi>${values.join(', ')}</bdi></dd>`);
  return [...written, html`<dt>Received</dt><dd>${time(message.receivedAt)}</dd>`];
}

function content(message: MailboxMessage, view: View): Html {
  if (view === 'headers') {
    const lines = message.headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
    return html`<pre>${lines}</pre>`;
  }
  if (view === 'text' || !message.html) {
    return html`<pre dir="auto">${message.text || 'This mail has no plain-text part.'}</pre>`;
  }
  return html`<iframe title="The mail as its recipient sees it" src="/message/${message.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>`;
}

function links(message: MailboxMessage): Html | null {
  if (message.links.length === 0) return null;
  const rows = message.links.map(
    (link) =>
      html`<li><a href="${link}" target="_blank" rel="noopener noreferrer">${link}</a></li>`,
  );
  return html`<p class="soft"><br>Links in this mail</p><ul class="links">${rows}</ul>`;
}

function time(instant: string): Html {
  const shown = instant.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
  return html`<time datetime="${instant}"><bdi>${shown}</bdi></time>`;
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024)} KB`;
}
