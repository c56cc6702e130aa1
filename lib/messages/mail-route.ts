import type { AnyContext } from '@/lib/auth/context';
import { openMailServer } from '@/lib/businesses/mail-server';
import { env } from '@/lib/env/env';
import type { MailAddress, MailServerAddress } from '@/lib/mail/deliver';
import { instanceServer } from '@/lib/mail/instance-mail';

/** The server a business's mail leaves by and the address it is from. */
export type MailRoute = { server: MailServerAddress; from: MailAddress };

/**
 * The business's own server, else the instance's under the business's name, else null: then mail waits.
 * Answers to the instance's address would go astray, so the business's own is the reply-to.
 */
export async function mailRoute(ctx: AnyContext): Promise<MailRoute | null> {
  const own = await openMailServer(ctx);
  if (own) return { server: own.server, from: own.from };
  const instance = instanceServer();
  if (!instance) return null;
  return { ...instance, from: { ...instance.from, name: ctx.business.name } };
}

/** Whether mail can leave at all, for the notice on the outbox. */
export async function hasMailRoute(ctx: AnyContext): Promise<boolean> {
  return env().smtp !== null || (await ctx.db.mailServer.count()) > 0;
}
