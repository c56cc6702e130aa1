import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from '@/lib/http/local-server/responses';
import type { FaultState, MailboxFault } from '@/lib/mail/mailbox/faults';
import { MailStore } from '@/lib/mail/mailbox/mail-store';
import type { MailboxMessage } from '@/lib/mail/mailbox/message';
import { SmtpDoor } from '@/lib/mail/mailbox/smtp';
import { answerViewer } from '@/lib/mail/mailbox/viewer';

export interface MailboxOptions {
  /** 127.0.0.1 unless told otherwise. */
  host?: string;
  /** 0, a free one, unless told otherwise. */
  smtpPort?: number;
  httpPort?: number;
  /** Folder with one file a message; null keeps them in memory only. */
  dataDir?: string | null;
  log?: (line: string) => void;
}
export interface Mailbox {
  smtp: { host: string; port: number };
  url: string;
  /** Newest first. */
  messages(): Promise<MailboxMessage[]>;
  clear(): Promise<void>;
  /** `recipient`: only for this address, where the fault is about one. 'none' mends everything. */
  fail(mode: MailboxFault, recipient?: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the demo's mailbox: a real SMTP server that keeps whatever it is given and sends nothing on,
 * and a viewer that shows each mail as its recipient would see it. Imported only by the demo
 * (lib/cli/demo.ts) and by tests.
 */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const host = options.host ?? '127.0.0.1';
  const log = options.log ?? (() => {});
  const store = await MailStore.open(options.dataDir ?? null);
  const fault: FaultState = { mode: 'none', recipient: null };
  const door = new SmtpDoor(host, store, fault, log);
  await door.open(options.smtpPort ?? 0);

  async function fail(mode: MailboxFault, recipient?: string): Promise<void> {
    // a connection left hanging must not wake up under another fault
    const reopen = mode === 'refuse' || fault.mode === 'refuse' || fault.mode === 'hang';
    fault.mode = mode;
    fault.recipient = recipient ?? null;
    if (reopen) await door.close();
    if (mode !== 'refuse') await door.open(door.port);
  }

  const server = createServer((request, response) => {
    answerViewer({ store, fail }, request, response).catch((problem: unknown) => {
      log(`${request.method} ${request.url} broke: ${(problem as Error).stack ?? String(problem)}`);
      if (!response.headersSent) sendJson(response, 500, { error: 'The mailbox broke.' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.httpPort ?? 0, host, resolve);
  }).catch(async (problem: unknown) => {
    await door.close();
    throw problem;
  });
  const { port } = server.address() as AddressInfo;

  return {
    smtp: { host, port: door.port },
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    messages: () => store.messages(),
    clear: () => store.clear(),
    fail,
    async close() {
      await door.close();
      await new Promise<void>((resolve, reject) => {
        server.close((problem) => (problem ? reject(problem) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}
