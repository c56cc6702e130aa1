import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Envelope,
  type MailboxMessage,
  readMessage,
  traceHeaders,
} from '@/lib/mail/mailbox/message';

const idPattern = /^\d{13}-[0-9a-f]{12}$/;

/** Keeps raw messages, one file each where there is a folder, and reads them on demand. */
export class MailStore {
  private readonly dataDir: string | null;
  private readonly raw = new Map<string, Buffer>();
  private readonly read = new Map<string, Promise<MailboxMessage>>();
  private ids: string[] = [];
  private sequence = 0;

  private constructor(dataDir: string | null) {
    this.dataDir = dataDir;
  }

  static async open(dataDir: string | null): Promise<MailStore> {
    const store = new MailStore(dataDir);
    if (!dataDir) return store;
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const names = await readdir(dataDir);
    store.ids = names
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -4))
      .filter((id) => idPattern.test(id))
      .sort();
    return store;
  }

  /** Resolves when the message is safely on disk, so that SMTP says 250 only for what is kept. */
  async add(envelope: Omit<Envelope, 'receivedAt'>, body: Buffer): Promise<string> {
    const now = new Date();
    this.sequence = (this.sequence + 1) % 0x10000;
    const tail = this.sequence.toString(16).padStart(4, '0') + randomBytes(4).toString('hex');
    const id = `${String(now.getTime()).padStart(13, '0')}-${tail}`;
    const trace = traceHeaders({ ...envelope, receivedAt: now.toISOString() });
    const raw = Buffer.concat([Buffer.from(trace), body]);
    if (this.dataDir) await this.write(id, raw);
    else this.raw.set(id, raw);
    this.ids.push(id);
    return id;
  }

  /** Newest first. */
  messages(): Promise<MailboxMessage[]> {
    return Promise.all([...this.ids].reverse().map((id) => this.message(id)));
  }

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  message(id: string): Promise<MailboxMessage> {
    const known = this.read.get(id);
    if (known) return known;
    const reading = this.rawMessage(id).then((raw) => readMessage(id, raw));
    this.read.set(id, reading);
    return reading;
  }

  async rawMessage(id: string): Promise<Buffer> {
    const kept = this.raw.get(id);
    if (kept) return kept;
    if (!this.dataDir || !this.has(id)) throw new Error(`no message ${id}`);
    return readFile(this.file(this.dataDir, id));
  }

  async clear(): Promise<void> {
    const gone = this.ids;
    this.ids = [];
    this.raw.clear();
    this.read.clear();
    const { dataDir } = this;
    if (dataDir) await Promise.all(gone.map((id) => rm(this.file(dataDir, id), { force: true })));
  }

  private file(dataDir: string, id: string): string {
    return join(dataDir, `${id}.eml`);
  }

  private async write(id: string, raw: Buffer): Promise<void> {
    if (!this.dataDir) return;
    const target = this.file(this.dataDir, id);
    const draft = `${target}.tmp`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  }
}
