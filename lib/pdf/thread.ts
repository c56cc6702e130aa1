import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { drawPdf } from './draw';
import type { ThreadAnswer, ThreadOrder } from './thread-messages';

/** The render thread: draws one paper after the other. Started by pool.ts, bundled by bundle-thread.ts. */
if (!parentPort) throw new Error('The PDF thread is started by the pool');
const port = parentPort;

port.on('message', async ({ kind, model }: ThreadOrder) => {
  try {
    const bytes = await drawPdf(kind, model);
    // Without a macrotask between two papers react-pdf's memory is never released.
    await setImmediate();
    port.postMessage({ ok: true, bytes } satisfies ThreadAnswer, [bytes.buffer]);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    port.postMessage({ ok: false, reason } satisfies ThreadAnswer);
  }
});
