import { READY } from '@/lib/cli/family';
import { captureConsole } from '@/lib/log/console';
import { log } from '@/lib/log/log';

const PATIENCE_MS = 12_000;

/**
 * Makes this process a good child: it finishes its work and ends on SIGTERM and when its parent is
 * gone (a parent killed with -9 cannot say so, but its channel closes). Ctrl-C in a terminal also
 * reaches children; they leave the order of things to the parent.
 */
export function endWithParent(finish: () => Promise<void>): void {
  if (process.env.NODE_ENV === 'production') captureConsole();
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    finish()
      .catch((error) => log.error('a process did not finish cleanly', { error }))
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
  if (process.send) {
    process.on('disconnect', end);
    process.on('SIGINT', () => {});
  } else {
    process.on('SIGINT', end);
  }
}

/** Tells the parent, if there is one, that this process has begun to serve. */
export function sayReady(): void {
  process.send?.(READY);
}
