import type { AnyContext } from '@/lib/auth/context';
import { env } from '@/lib/env/env';
import type { MailAddress, MailServerAddress } from '@/lib/mail/deliver';
import { instanceServer } from '@/lib/mail/instance-mail';
import { openMailServer } from './mail-server';

/** The server a business's mail leaves by and the address it is from; `version` is of its own server, null for the instance's. */
export type MailRoute = { server: MailServerAddress; from: MailAddress; version: number | null };

/**
 * The business's own server, else the instance's under the business's name, else null: then mail waits.
 * Answers to the instance's address would go astray, so the business's own is the reply-to.
 */
export async function mailRoute(ctx: AnyContext): Promise<MailRoute | null> {
  const own = await openMailServer(ctx);
  if (own) return own;
  const instance = instanceServer();
  if (!instance) return null;
  return { ...instance, from: { ...instance.from, name: ctx.business.name }, version: null };
}

/** Whether mail can leave at all. */
export async function hasMailRoute(ctx: Pick<AnyContext, 'db'>): Promise<boolean> {
  return env().smtp !== null || (await ctx.db.mailServer.count()) > 0;
}
