import { Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { withinLimit } from '@/lib/auth/rate-limit';
import { newId } from '@/lib/db/new-id';
import { env } from '@/lib/env/env';
import { type Delivery, deliver } from '@/lib/mail/deliver';
import { mailRoute } from './mail-route';

/**
 * Sends a short mail to the person who asks, by the server the business's mail leaves by. Answers what kind of
 * failure it was and the SMTP code, never the server's words.
 */
export async function testMailServer(ctx: StaffContext): Promise<Delivery> {
  const limit = { most: 10, seconds: 600 };
  if (!(await withinLimit('mail-test', ctx.business.id, limit, ctx.now()))) {
    throw new Refused('errors.tooMany');
  }
  const route = await mailRoute(ctx);
  if (!route) throw new Refused('settings.mail.errors.none');
  const { t, business, user } = ctx;
  const { server, from, version } = route;
  const subject = t('settings.mail.testMail.subject', { business: business.name });
  const text = t('settings.mail.testMail.body', { business: business.name, host: server.host });
  const delivery = await deliver(server, {
    from,
    to: { name: user.name, address: user.email },
    subject,
    text,
    html: `<p>${escapeHtml(text)}</p>`,
    messageId: `<test.${newId()}@${new URL(env().baseUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  if (version !== null && delivery.ok) {
    await ctx.db.mailServer.updateMany({
      where: { version },
      data: { checkedAt: ctx.now() },
    });
  }
  return delivery;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
