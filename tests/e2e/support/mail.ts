import { expect, type Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import type { MailboxMessage } from '@/lib/mail/mailbox/message';
import { patternOf, words } from './words';
import type { World } from './world';

/** A mail is held for ten seconds, then waits for the worker's next look. */
const PATIENCE_MS = 45_000;

/** What a person has received so far, newest first. */
export async function mailsTo(world: World, address: string): Promise<MailboxMessage[]> {
  const answer = await fetch(`${world.mailboxUrl}/api/messages?to=${encodeURIComponent(address)}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as MailboxMessage[];
}

/** Waits for the one mail of a kind to a person, known by the subject of its built-in template. */
export async function mailTo(
  world: World,
  address: string,
  kind: 'invoice' | 'receipt' | 'portalLink',
  locale: Locale,
  known: (mail: MailboxMessage) => boolean = () => true,
): Promise<MailboxMessage> {
  const subject = words(locale)(`emails.${kind}.subject`, { business: '¤' });
  // What the business may change stands in doubled braces.
  const pattern = patternOf(subject.replace(/\{\{[^}]*\}\}/g, '¤'));
  const found = async () =>
    (await mailsTo(world, address)).filter((mail) => pattern.test(mail.subject) && known(mail));
  const what = `${kind} mails to ${address}`;
  await expect
    .poll(async () => (await found()).length, { message: what, timeout: PATIENCE_MS })
    .toBe(1);
  const [mail] = await found();
  if (!mail) throw new Error(`The mailbox has lost one of the ${what}.`);
  return mail;
}

/** The way on from a mail to somebody, once it is there: the first address of ours in the newest that holds a token. */
export async function linkFromMail(world: World, address: string, path: string): Promise<string> {
  const pattern = new RegExp(`${world.baseUrl}${path}/[\\w-]{64}`);
  const find = async () => {
    const [mail] = await mailsTo(world, address);
    return mail ? (pattern.exec(mail.text)?.[0] ?? '') : '';
  };
  await expect.poll(find, { timeout: PATIENCE_MS }).not.toBe('');
  return find();
}

/** Opens the mail as its recipient's program shows it, held to the direction and language of its words. */
export async function openMail(page: Page, world: World, mail: MailboxMessage, locale: Locale) {
  await page.goto(`${world.mailboxUrl}/message/${mail.id}/html`);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
  await expect(html).toHaveAttribute('lang', new RegExp(`^${locale}`));
}
