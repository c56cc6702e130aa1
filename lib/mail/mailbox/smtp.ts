import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type FaultState, meets, smtpRefusal } from '@/lib/mail/mailbox/faults';
import type { MailStore } from '@/lib/mail/mailbox/mail-store';

const largestMessage = 40 * 1024 * 1024;

/** The SMTP side of the mailbox. Takes any user and password, and any recipient. */
export class SmtpDoor {
  private readonly host: string;
  private readonly store: MailStore;
  private readonly fault: FaultState;
  private readonly log: (line: string) => void;
  private server: SMTPServer | null = null;
  port = 0;

  constructor(host: string, store: MailStore, fault: FaultState, log: (line: string) => void) {
    this.host = host;
    this.store = store;
    this.fault = fault;
    this.log = log;
  }

  /** Opens the port; the same one again after `close`. */
  open(port: number): Promise<void> {
    if (this.server) return Promise.resolve();
    const server = this.makeServer();
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, this.host, () => {
        server.off('error', reject);
        // a client that breaks off is not the mailbox's problem, but worth a line
        server.on('error', (problem) => this.log(`smtp: ${problem.message}`));
        this.server = server;
        this.port = (server.server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  /** From now on connections are refused; open ones are cut. */
  close(): Promise<void> {
    const { server } = this;
    this.server = null;
    return new Promise((resolve) => {
      if (!server) resolve();
      else server.close(() => resolve());
    });
  }

  private makeServer(): SMTPServer {
    return new SMTPServer({
      name: 'portico-demo-mailbox',
      authOptional: true,
      allowInsecureAuth: true,
      closeTimeout: 50,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      maxAllowedUnauthenticatedCommands: false,
      size: largestMessage,
      onAuth: (auth, _session, callback) => {
        if (this.fault.mode === 'bad-credentials') {
          callback(smtpRefusal(535, 'Authentication credentials invalid'));
        } else callback(null, { user: auth.username ?? 'anybody' });
      },
      onConnect: (_session, callback) => {
        if (this.fault.mode !== 'hang') callback();
      },
      onRcptTo: ({ address }, _session, callback) => {
        if (meets(this.fault, 'temporary', address)) {
          callback(smtpRefusal(451, 'Mailbox busy, try again later'));
        } else if (meets(this.fault, 'permanent', address)) {
          callback(smtpRefusal(550, 'No such mailbox'));
        } else callback();
      },
      onData: (stream, session, callback) => {
        this.receive(stream, session).then(
          () => {
            callback(
              this.fault.mode === 'stored-but-refused'
                ? smtpRefusal(451, 'Stored, but the answer went wrong')
                : null,
            );
          },
          (problem: Error) => {
            this.log(`smtp: a message could not be kept: ${problem.message}`);
            callback(smtpRefusal(451, 'The message could not be kept'));
          },
        );
      },
    });
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    if (stream.sizeExceeded) throw new Error('larger than 40 MB');
    const { mailFrom, rcptTo } = session.envelope;
    await this.store.add(
      {
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
      },
      Buffer.concat(chunks),
    );
  }
}
