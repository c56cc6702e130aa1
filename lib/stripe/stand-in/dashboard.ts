import type { IncomingMessage, ServerResponse } from 'node:http';
import { documentOf, type Html, html } from '@/lib/http/local-server/html';
import { fromOurOwnPage, readBody, redirect, sendPage } from '@/lib/http/local-server/responses';
import { ApiRefusal } from '@/lib/stripe/stand-in/api-refusal';
import type { Control } from '@/lib/stripe/stand-in/control';
import { showAmount, wireDecimals } from '@/lib/stripe/stand-in/currencies';
import { dashboardStyle } from '@/lib/stripe/stand-in/page-style';
import type { Account, Charge, Session, World } from '@/lib/stripe/stand-in/world';

const shownRows = 50;

/** GET / and POST /: what a Stripe dashboard offers, as far as a demo needs it. */
export async function answerDashboard(
  world: World,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    sendPage(response, 200, page(world, control, null));
    return;
  }
  if (!fromOurOwnPage(request)) {
    sendPage(response, 403, page(world, control, 'Only this page may press its buttons.'));
    return;
  }
  const form = new URLSearchParams((await readBody(request)) ?? '');
  try {
    press(control, form);
  } catch (problem) {
    if (!(problem instanceof ApiRefusal)) throw problem;
    sendPage(response, 400, page(world, control, problem.message));
    return;
  }
  redirect(response, '/');
}

function press(control: Control, form: URLSearchParams): void {
  const id = form.get('id') ?? '';
  switch (form.get('deed')) {
    case 'pay':
      control.pay(id);
      return;
    case 'settle':
      control.settle(id);
      return;
    case 'fail':
      control.fail(id);
      return;
    case 'expire':
      control.expire(id);
      return;
    case 'refund':
      control.refund(id, amountOf(form));
      return;
    case 'settle-refund':
      control.settleRefund(id);
      return;
    case 'fail-refund':
      control.failRefund(id);
      return;
    case 'dispute':
      control.dispute(id);
      return;
    case 'inquire':
      control.dispute(id, { inquiry: true });
      return;
    case 'win':
      control.closeDispute(id, 'won');
      return;
    case 'lose':
      control.closeDispute(id, 'lost');
      return;
    case 'resend':
      control.resend(id);
      return;
    default:
      throw new ApiRefusal('No such button.');
  }
}

/** Typed decimals to minor units; nothing typed means all of it. */
function amountOf(form: URLSearchParams): number | undefined {
  const typed = (form.get('amount') ?? '').trim();
  if (!typed) return undefined;
  const decimals = wireDecimals(form.get('currency') ?? '');
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(typed);
  if (!match || (match[2] ?? '').length > decimals) {
    throw new ApiRefusal(`${typed} is not an amount in this currency.`);
  }
  return Number(`${match[1]}${(match[2] ?? '').padEnd(decimals, '0')}`);
}

function page(world: World, control: Control, problem: string | null): string {
  const accounts = Object.values(world.accounts);
  const body = html`<div class="banner" role="note">Simulated payments. This page stands in for the Stripe dashboard; no money moves.</div><main>
    <h1>Stripe stand-in</h1>
    <p class="soft">Settle or bounce delayed payments, refund, dispute, and send events again. Reload to see what is new.</p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${accounts.length === 0 && html`<p class="soft">No API key has been used yet.</p>`}
    ${accounts.map((account) => accountSection(account))}
    ${events(control)}
  </main>`;
  return documentOf({ title: 'Stripe stand-in', language: 'en', style: dashboardStyle, body });
}

function accountSection(account: Account): Html {
  const sessions = Object.values(account.sessions).reverse().slice(0, shownRows);
  const rows = sessions.map((session) => sessionRow(account, session));
  const endpoints = Object.values(account.endpoints).map(({ shown }) => html`<br>${shown.url}`);
  return html`<section><h2>Account ${account.keyHint} ${account.livemode ? '(live mode)' : ''}</h2>
    <p class="soft">${account.id}. Webhooks to: ${endpoints.length ? endpoints : 'nowhere'}</p>
    ${sessions.length === 0 && html`<p class="soft">No Checkout Session yet.</p>`}
    ${sessions.length > 0 && html`<div class="wide"><table><thead><tr><th>Checkout Session</th><th class="end">Amount</th><th>State</th><th>What now</th></tr></thead><tbody>${rows}</tbody></table></div>`}
  </section>`;
}

function sessionRow(account: Account, session: Session): Html {
  const intent = account.intents[session.payment_intent ?? ''];
  const charge = account.charges[intent?.latest_charge ?? ''];
  const titles = (account.lineItems[session.id] ?? []).map((item) => item.description).join(', ');
  const state: string[] = [session.status, session.payment_status];
  if (charge?.amount_refunded) {
    state.push(`refunded ${showAmount(charge.amount_refunded, charge.currency)}`);
  }
  return html`<tr><td>${titles}<br><code>${session.id.slice(0, 24)}…</code><br><span class="soft">${new Date(session.created * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC</span></td>
    <td class="end">${showAmount(session.amount_total, session.currency)}</td>
    <td>${state.join(', ')}${intent && html`<br><span class="soft">payment ${intent.status}</span>`}</td>
    <td>${sessionButtons(session, intent?.status)}${charge?.status === 'succeeded' && chargeButtons(account, charge)}</td></tr>`;
}

function sessionButtons(session: Session, payment: string | undefined): Html[] {
  if (session.status === 'open') {
    return [
      html`<a href="/pay/${session.id}">Open page</a> `,
      button('pay', session.id, 'Pay by card'),
      button('expire', session.id, 'Expire'),
    ];
  }
  if (payment !== 'processing') return [];
  return [
    button('settle', session.id, 'Settle debit'),
    button('fail', session.id, 'Let debit bounce'),
  ];
}

function chargeButtons(account: Account, charge: Charge): Html[] {
  const buttons: Html[] = [];
  if (charge.amount_refunded < charge.amount) {
    const amount = html`<input name="amount" inputmode="decimal" placeholder="all" aria-label="Amount to refund"><input type="hidden" name="currency" value="${charge.currency}">`;
    buttons.push(button('refund', charge.payment_intent, 'Refund', amount));
  }
  for (const refund of Object.values(account.refunds)) {
    if (refund.charge !== charge.id) continue;
    const amount = showAmount(refund.amount, refund.currency);
    if (refund.status === 'pending') {
      buttons.push(button('settle-refund', refund.id, `Settle refund of ${amount}`));
    }
    if (refund.status === 'pending' || refund.status === 'succeeded') {
      buttons.push(button('fail-refund', refund.id, `Let refund of ${amount} fail`));
    }
  }
  const dispute = Object.values(account.disputes).find((one) => one.charge === charge.id);
  if (!dispute) {
    buttons.push(button('dispute', charge.id, 'Dispute'), button('inquire', charge.id, 'Inquiry'));
  } else if (dispute.status.endsWith('needs_response')) {
    buttons.push(
      button('win', dispute.id, 'Win dispute'),
      button('lose', dispute.id, 'Lose dispute'),
    );
  } else {
    buttons.push(html`<span class="soft">dispute ${dispute.status}</span>`);
  }
  return buttons;
}

function events(control: Control): Html {
  const deliveries = control.webhooks.deliveries();
  const rows = control
    .events()
    .reverse()
    .sort((a, b) => b.created - a.created)
    .slice(0, shownRows)
    .map((event) => {
      const states = deliveries
        .filter((delivery) => delivery.eventId === event.id)
        .map((delivery) => `${delivery.state} (attempts: ${delivery.attempts.length})`);
      return html`<tr><td>${event.type}<br><code>${event.id}</code></td><td><code>${event.data.object.id.slice(0, 24)}</code></td><td>${states.join(', ') || 'nobody listens'}</td><td>${button('resend', event.id, 'Send again')}</td></tr>`;
    });
  return html`<section><h2>Events</h2>${rows.length === 0 && html`<p class="soft">None yet.</p>`}
    ${rows.length > 0 && html`<div class="wide"><table><thead><tr><th>Event</th><th>Object</th><th>Webhook</th><th></th></tr></thead><tbody>${rows}</tbody></table></div>`}</section>`;
}

function button(deed: string, id: string, label: string, extra: Html | null = null): Html {
  return html`<form method="post" action="/"><input type="hidden" name="deed" value="${deed}"><input type="hidden" name="id" value="${id}">${extra}<button>${label}</button></form>`;
}
