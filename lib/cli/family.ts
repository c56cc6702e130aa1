import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from '@/lib/env/plain-error';
import { log } from '@/lib/log/log';

const STOP_PATIENCE_MS = 15_000;
const LONGEST_PAUSE_MS = 30_000;
const SETTLED_MS = 60_000;
const FIRST_TRIES = 3;

/** What a child tells its parent when it has begun to serve. */
export const READY = 'portico:ready';

type Kept = {
  name: string;
  start: () => ChildProcess;
  child?: ChildProcess;
  /** Deaths in a row, each soon after its start; the pause before the next grows with them. */
  deaths: number;
  ready: boolean;
  /** While it pauses after a death: starts it now. */
  again?: () => void;
};

/** The child processes of a launcher: started again when they die, ended together. */
export class Family {
  private readonly kept: Kept[] = [];
  private leaving = false;

  /** Starts a child and keeps it alive. Resolves when it says it is ready, refuses when it cannot. */
  keep(name: string, start: () => ChildProcess): Promise<void> {
    const kept: Kept = { name, start, deaths: 0, ready: false };
    this.kept.push(kept);
    return new Promise((ready, failed) => this.launch(kept, ready, failed));
  }

  /** Starts the named child anew, at once also when it has just died. */
  restart(name: string): void {
    for (const kept of this.kept) {
      if (kept.name !== name) continue;
      if (kept.again) kept.again();
      else kept.child?.kill('SIGTERM');
    }
  }

  /** Asks all children to finish, then ends those that do not, then waits for the last. */
  async stop(): Promise<void> {
    this.leaving = true;
    this.signal('SIGTERM');
    const patience = Date.now() + STOP_PATIENCE_MS;
    while (this.living().length > 0 && Date.now() < patience) await pause(20);
    this.kill();
    while (this.living().length > 0) await pause(20);
  }

  /** Ends all children at once. */
  kill(): void {
    this.leaving = true;
    this.signal('SIGKILL');
  }

  private living(): ChildProcess[] {
    return this.kept.flatMap(({ child }) =>
      child?.pid && child.exitCode === null && child.signalCode === null ? [child] : [],
    );
  }

  private signal(signal: NodeJS.Signals): void {
    for (const child of this.living()) child.kill(signal);
  }

  private launch(kept: Kept, ready: () => void, failed: (error: Error) => void): void {
    if (this.leaving) return;
    const startedAt = Date.now();
    const child = kept.start();
    kept.child = child;
    child.on('message', (message) => {
      if (message !== READY) return;
      kept.ready = true;
      ready();
    });
    child.on('error', (error) => log.error('a process could not be started', { error }));
    child.once('exit', (code, signal) => {
      if (this.leaving) return;
      if (signal === 'SIGTERM' || code === 0) kept.deaths = 0;
      else kept.deaths = Date.now() - startedAt > SETTLED_MS ? 1 : kept.deaths + 1;
      if (!kept.ready && kept.deaths >= FIRST_TRIES) {
        failed(new PlainError(`The ${kept.name} process does not start; the lines above say why.`));
        return;
      }
      const delay = kept.deaths === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 125 * 2 ** kept.deaths);
      log.warn(`the ${kept.name} process ended and is started again`, { code, signal, delay });
      const timer = setTimeout(() => kept.again?.(), delay);
      kept.again = () => {
        clearTimeout(timer);
        delete kept.again;
        this.launch(kept, ready, failed);
      };
    });
  }
}
