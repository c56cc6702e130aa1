import { z } from 'zod';
import { Refused, Stale } from '@/lib/actions/refused';
import type { AnyContext, StaffContext } from '@/lib/auth/context';
import { seal, unseal } from '@/lib/auth/secrets';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import { email, requiredLine } from '@/lib/forms/fields';
import { normaliseDigits } from '@/lib/i18n/digits';
import type { MailAddress, MailServerAddress } from '@/lib/mail/deliver';

const bound = (businessId: string) => `mail-server:${businessId}`;

/** What the mail form sends. An empty password keeps the stored one; `version` is empty for the first server. */
export const mailServerInput = z.strictObject({
  version: z.string().regex(/^\d{0,9}$/),
  host: z
    .string()
    .max(260)
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().min(1))
    .refine((host) => /^[\p{L}\p{N}._:-]{1,253}$/u.test(host), 'settings.mail.errors.host'),
  port: z
    .string()
    .max(10)
    .transform((text) => normaliseDigits(text).trim())
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      message: 'settings.mail.errors.port',
    })
    .transform(Number),
  security: z.enum(['tls', 'starttls']),
  username: z
    .string()
    .max(320)
    .transform((text) => text.trim()),
  password: z.string().max(500),
  fromEmail: email,
  fromName: requiredLine(120),
});

/** Stores the SMTP server that the business's mail leaves by. The password is kept encrypted and never shown again. */
export async function saveMailServer(
  ctx: StaffContext,
  input: z.output<typeof mailServerInput>,
): Promise<void> {
  const { version, security, password, ...fields } = input;
  const { id: businessId } = ctx.business;
  await ctx.transact(async (tx) => {
    await tx.lock('Business', businessId);
    const before = await tx.mailServer.findUnique({ where: { businessId } });
    if ((before?.version ?? '').toString() !== version) {
      const theirs: Record<string, string> = before
        ? {
            host: before.host,
            port: String(before.port),
            security: before.secure ? 'tls' : 'starttls',
            username: before.username,
            fromEmail: before.fromEmail,
            fromName: before.fromName,
          }
        : {};
      const about = { connection: 'mail' };
      const by = await lastDeedBy(tx, ctx, { kinds: ['connection.changed'], about });
      throw new Stale(theirs, by, before?.version ?? 0);
    }
    const sameAccount =
      before !== null && before.host === fields.host && before.username === fields.username;
    // A stored password is for the server it was typed for; it must not be lured to another one.
    if (fields.username && !password && !(sameAccount && before.passwordSealed)) {
      throw new Refused('settings.mail.errors.passwordNeeded', {}, 'password');
    }
    const passwordSealed = !fields.username
      ? ''
      : password
        ? seal(password, bound(businessId))
        : (before?.passwordSealed ?? '');
    const row = { ...fields, secure: security === 'tls', passwordSealed, checkedAt: null };
    await tx.mailServer.upsert({
      where: { businessId },
      create: { ...row, businessId },
      update: { ...row, version: { increment: 1 } },
    });
    recordEvent(tx, ctx, {
      kind: 'connection.changed',
      data: { connection: 'mail', host: [before?.host ?? null, fields.host] },
    });
  });
}

/** Forgets the business's own mail server; mail leaves by the instance's again, or waits. */
export async function removeMailServer(ctx: StaffContext): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const before = await tx.mailServer.findUnique({ where: { businessId: ctx.business.id } });
    if (!before) return;
    await tx.mailServer.delete({ where: { businessId: ctx.business.id } });
    recordEvent(tx, ctx, {
      kind: 'connection.changed',
      data: { connection: 'mail', host: [before.host, null] },
    });
  });
}

/** The business's own server, ready to send by, or null when it has none. For sending and testing only. */
export async function openMailServer(
  ctx: AnyContext,
): Promise<{ server: MailServerAddress; from: MailAddress; version: number } | null> {
  const row = await ctx.db.mailServer.findUnique({ where: { businessId: ctx.business.id } });
  if (!row) return null;
  return {
    server: {
      host: row.host,
      port: row.port,
      secure: row.secure,
      user: row.username || null,
      pass: row.passwordSealed ? unseal(row.passwordSealed, bound(ctx.business.id)) : null,
      trusted: false,
    },
    from: { name: row.fromName, address: row.fromEmail },
    version: row.version,
  };
}

/** What the mail form shows: everything but the password. */
export async function findMailServer(ctx: StaffContext) {
  const row = await ctx.db.mailServer.findUnique({
    where: { businessId: ctx.business.id },
    omit: { passwordSealed: true, businessId: true },
  });
  return row;
}
