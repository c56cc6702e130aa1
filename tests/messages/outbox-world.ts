import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { makeSystemContext } from '@/lib/auth/make-context';
import { newId } from '@/lib/db/new-id';
import { storeDocumentPdf } from '@/lib/documents/pdf-file';
import { forgetEnv } from '@/lib/env/env';
import { sendInvoice } from '@/lib/invoices/send-invoice';
import { type Mailbox, startMailbox } from '@/lib/mail/mailbox/server';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';

// What the tests of a file share: a mailbox, and for each test a business of its own with one client and a clock.
export let mailbox: Mailbox;
export let now: Date;
export let ctx: StaffContext;
export let system: SystemContext;
export let partyId: string;

export const clock = () => now;

export function pass(ms: number): void {
  now = new Date(now.getTime() + ms);
}

/** Starts the mailbox as the instance's mail server, and everything anew before each test. */
export function withOutbox(): void {
  beforeAll(async () => {
    mailbox = await startMailbox();
  });
  afterAll(() => mailbox.close());
  beforeEach(async () => {
    useServer(true);
    await mailbox.fail('none');
    await mailbox.clear();
    now = new Date('2026-03-04T10:00:00Z');
    ({ ctx } = await makeBusiness({}, clock));
    system = makeSystemContext(ctx.business, { clock });
    partyId = (await makeClient(ctx)).id;
  });
}

export function useServer(there: boolean): void {
  if (there) {
    process.env.SMTP_HOST = mailbox.smtp.host;
    process.env.SMTP_PORT = String(mailbox.smtp.port);
    process.env.SMTP_FROM = 'Portico <mail@portico.test>';
  } else {
    for (const name of ['SMTP_HOST', 'SMTP_PORT', 'SMTP_FROM']) delete process.env[name];
  }
  forgetEnv();
}

/** An issued invoice with its PDF, mailed to the client: the message's id. */
export async function mailed(
  given: { to?: string; cc?: string[]; subject?: string; body?: string; attachPdf?: boolean } = {},
) {
  const { id } = await makeInvoice(ctx, partyId);
  await storeDocumentPdf(ctx, id);
  const { messageId } = await sendInvoice(ctx, {
    formId: newId(),
    id,
    version: 0,
    to: 'ellie@ashcombebrewery.example',
    cc: [],
    attachPdf: true,
    ...given,
  });
  return { id, messageId };
}

export const stateOf = async (id: string) =>
  ctx.db.message.findUniqueOrThrow({ where: ctx.key(id) });
