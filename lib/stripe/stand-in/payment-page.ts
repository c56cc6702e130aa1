import type { IncomingMessage, ServerResponse } from 'node:http';
import { documentOf, type Html, html } from '@/lib/http/local-server/html';
import { fromOurOwnPage, readBody, redirect, sendPage } from '@/lib/http/local-server/responses';
import { showAmount } from '@/lib/stripe/stand-in/currencies';
import { delayedMethod } from '@/lib/stripe/stand-in/methods';
import { payStyle } from '@/lib/stripe/stand-in/page-style';
import {
  type PageLanguage,
  type PageWords,
  pageLanguage,
  pageLanguages,
  pageWords,
} from '@/lib/stripe/stand-in/page-words';
import { payWith } from '@/lib/stripe/stand-in/payments';
import type { Simulation } from '@/lib/stripe/stand-in/simulation';
import type { Account, Session } from '@/lib/stripe/stand-in/world';

// docs.stripe.com/testing
const acceptedCards = ['4242424242424242', '5555555555554444', '4000056655665556'];
const declinedCards = ['4000000000000002', '4000000000009995', '4000000000000069'];

/** GET and POST /pay/:session, the page a client sees instead of checkout.stripe.com. */
export async function answerPaymentPage(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const chosen = url.searchParams.get('lang');
  const account = Object.values(simulation.world.accounts).find((one) =>
    Object.hasOwn(one.sessions, id),
  );
  const session = account?.sessions[id];
  const language = pageLanguage(
    session?.locale ?? null,
    chosen,
    request.headers['accept-language'],
  );
  const words = pageWords[language];
  if (!account || !session) {
    sendPage(response, 404, notice(words.missing, language));
    return;
  }
  if (request.method === 'POST') {
    if (!fromOurOwnPage(request)) {
      sendPage(response, 403, notice(words.missing, language));
      return;
    }
    const problem = await press(simulation, account, session, request, words);
    if (problem === null) {
      redirect(response, filled(session));
      return;
    }
    const markup = page(account, session, language, problem);
    sendPage(response, 200, markup, { formTargets: targets(session) });
    return;
  }
  sendPage(response, 200, page(account, session, language, null), {
    formTargets: targets(session),
  });
}

/** Carries out the pressed button; the sentence to show if nothing was paid, otherwise null. */
async function press(
  simulation: Simulation,
  account: Account,
  session: Session,
  request: IncomingMessage,
  words: PageWords,
): Promise<string | null> {
  const form = new URLSearchParams((await readBody(request)) ?? '');
  // a second press of the button, or a page kept open too long
  if (session.status === 'complete') return null;
  if (session.status === 'expired') return words.expired;
  const button = form.get('button');
  const number = (form.get('card') ?? '').replace(/\D/g, '');
  const card = button === 'card';
  if (card && !acceptedCards.includes(number) && !declinedCards.includes(number)) {
    return words.unknownCard;
  }
  const decline = button === 'decline' || (card && declinedCards.includes(number));
  payWith(simulation, account, session, {
    method: button === 'debit' ? 'debit' : 'card',
    decline,
    email: form.get('email') || session.customer_email,
    name: form.get('name') || null,
    last4: card ? number.slice(-4) : undefined,
  });
  simulation.changed();
  return decline ? words.declined : null;
}

function filled(session: Session): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

/** Chrome holds a form's redirect to form-action too, so the merchant's origins must be named. */
function targets(session: Session): string[] {
  return [session.success_url, session.cancel_url]
    .filter((url): url is string => url !== null)
    .map((url) => new URL(url).origin);
}

function page(
  account: Account,
  session: Session,
  language: PageLanguage,
  problem: string | null,
): string {
  const words = pageWords[language];
  const amount = showAmount(session.amount_total, session.currency, language);
  const seller = account.terms[session.id]?.displayName;
  const body = html`<div class="banner" role="note">${words.banner}</div><main>
    ${languageLinks(language)}
    ${seller && html`<p>${seller}</p>`}
    <h1 class="soft">${words.title}</h1>
    <p class="amount"><bdi>${amount}</bdi></p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <section class="card"><ul class="lines">${lines(account, session, language)}</ul>
    <p class="sum"><span>${words.total}</span><bdi>${amount}</bdi></p></section>
    ${session.status === 'open' ? form(session, words, language, amount) : ended(session, words)}
  </main>`;
  return documentOf({
    title: `${words.title} · ${amount}`,
    language,
    rtl: language === 'ar',
    style: payStyle,
    body,
  });
}

function form(session: Session, words: PageWords, language: PageLanguage, amount: string): Html {
  const methods = session.payment_method_types;
  const until = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(session.expires_at * 1000);
  return html`<form class="card" method="post" action="/pay/${session.id}?lang=${language}">
    <label>${words.email}<input type="email" name="email" dir="ltr" autocomplete="off" value="${session.customer_email}"></label>
    ${
      methods.includes('card') &&
      html`<label>${words.cardNumber}<input name="card" inputmode="numeric" autocomplete="off" value="4242 4242 4242 4242"></label>
    <div class="pair"><label>${words.cardExpiry}<input inputmode="numeric" autocomplete="off" value="12 / 34"></label>
    <label>${words.cardCode}<input inputmode="numeric" autocomplete="off" value="123"></label></div>
    <label>${words.cardName}<input name="name" autocomplete="off"></label>
    <p class="soft note">${words.cardHint}</p>
    <button class="main" name="button" value="card">${words.pay} <bdi>${amount}</bdi></button>`
    }
    ${
      methods.includes(delayedMethod(session.currency)) &&
      html`<button class="other" name="button" value="debit">${words.debit}</button>
    <p class="soft note">${words.debitHint}</p>`
    }
    ${
      methods.includes('card') &&
      html`<button class="other" name="button" value="decline">${words.decline}</button>`
    }
    ${session.cancel_url && html`<a class="back" href="${session.cancel_url}">${words.back}</a>`}
    <p class="soft note">${words.expires} <bdi>${until} UTC</bdi></p>
  </form>`;
}

function ended(session: Session, words: PageWords): Html {
  const complete = session.status === 'complete';
  const sentence = !complete
    ? words.expired
    : session.payment_status === 'paid'
      ? words.paid
      : words.processing;
  const onward = complete ? filled(session) : session.cancel_url;
  return html`<section class="card"><p>${sentence}</p>
    ${onward && html`<a class="back" href="${onward}">${words.goOn}</a>`}</section>`;
}

function lines(account: Account, session: Session, language: PageLanguage): Html[] {
  return (account.lineItems[session.id] ?? []).map((item) => {
    const many = item.quantity > 1 && html` <span class="soft">× ${item.quantity}</span>`;
    const amount = showAmount(item.amount_total, item.currency, language);
    return html`<li><span dir="auto">${item.description}${many}</span><bdi>${amount}</bdi></li>`;
  });
}

function languageLinks(current: PageLanguage): Html {
  const links = Object.entries(pageLanguages).map(([language, name]) =>
    language === current
      ? html`<span lang="${language}" aria-current="true">${name}</span>`
      : html`<a lang="${language}" href="?lang=${language}">${name}</a>`,
  );
  return html`<nav class="languages" aria-label="Language">${links}</nav>`;
}

function notice(sentence: string, language: PageLanguage): string {
  return documentOf({
    title: sentence,
    language,
    rtl: language === 'ar',
    style: payStyle,
    body: html`<div class="banner">${pageWords[language].banner}</div><main><h1 class="soft">${sentence}</h1></main>`,
  });
}
