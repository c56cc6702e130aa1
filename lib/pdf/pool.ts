import type { Worker } from 'node:worker_threads';
import { bundleThread } from './bundle-thread';
import type { PaperKind, PaperModels } from './papers';
import type { ThreadAnswer, ThreadOrder } from './thread-messages';

export interface PdfPoolOptions {
  /** How many papers are drawn at once. Default 2. */
  threads?: number;
  /** Memory of a thread's heap, in MiB; a paper that needs more is refused. Default 768. */
  memoryMb?: number;
  /** The project's folder. */
  root?: string;
}

export interface RenderOptions {
  /** From the start of drawing, waiting in line not counted. Default 30,000. */
  timeoutMs?: number;
}

/** A paper could not be drawn: it took too long, too much memory, or broke the renderer. */
export class PdfFailed extends Error {
  constructor(
    readonly why: 'timeout' | 'crash' | 'error' | 'closed',
    message: string,
  ) {
    super(message);
    this.name = 'PdfFailed';
  }
}

export interface PdfPool {
  render<Kind extends PaperKind>(
    kind: Kind,
    model: PaperModels[Kind],
    options?: RenderOptions,
  ): Promise<Uint8Array>;
  /** Stops all threads; papers under way are refused with 'closed'. */
  close(): Promise<void>;
}

interface Order {
  message: ThreadOrder;
  timeoutMs: number;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  order: Order | null;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Threads that draw papers, so that nobody waits for a PDF on the event loop. They start when the
 * first paper comes, and keep no process alive while idle. One that runs over its time or its
 * memory is ended, its paper refused, and a new one takes its place.
 */
export function createPdfPool(options: PdfPoolOptions = {}): PdfPool {
  const { threads: size = 2, memoryMb = 768, root } = options;
  const waiting: Order[] = [];
  const threads = new Set<Thread>();
  let file: string | null = null;
  let bundling = false;
  let closed = false;

  function render<Kind extends PaperKind>(
    kind: Kind,
    model: PaperModels[Kind],
    { timeoutMs = 30_000 }: RenderOptions = {},
  ): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (closed) {
        reject(new PdfFailed('closed', 'The PDF pool is closed'));
        return;
      }
      waiting.push({ message: { kind, model }, timeoutMs, resolve, reject });
      next();
    });
  }

  function next(): void {
    if (waiting.length === 0 || closed) return;
    if (file === null) {
      bundle();
      return;
    }
    const thread = idleThread(file);
    const order = thread && waiting.shift();
    if (!order) return;
    thread.order = order;
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      end(thread, new PdfFailed('timeout', `A PDF took longer than ${order.timeoutMs} ms`));
    }, order.timeoutMs);
    try {
      thread.worker.postMessage(order.message);
    } catch (error) {
      // A model that is no plain JSON cannot be sent; the thread has not seen it.
      release(thread)?.reject(error instanceof Error ? error : new Error(String(error)));
    }
    next();
  }

  function bundle(): void {
    if (bundling) return;
    bundling = true;
    bundleThread(root)
      .then((bundled) => {
        file = bundled;
      })
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error : new Error(String(error));
        for (const order of waiting.splice(0)) order.reject(reason);
      })
      .finally(() => {
        bundling = false;
        next();
      });
  }

  function idleThread(threadFile: string): Thread | null {
    for (const thread of threads) if (thread.order === null) return thread;
    return threads.size < size ? startThread(threadFile) : null;
  }

  function startThread(threadFile: string): Thread {
    // Asked of Node itself: a bundler would try to follow a `new Worker(…)` into its own output.
    const { Worker: NodeWorker } = process.getBuiltinModule('node:worker_threads');
    const worker = new NodeWorker(threadFile, {
      // Nothing of the server's environment: the thread reads fonts and needs no secrets.
      env: { NODE_ENV: 'production' },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const thread: Thread = { worker, order: null, timer: undefined };
    threads.add(thread);
    worker.unref();
    worker.on('message', (answer: ThreadAnswer) => {
      const order = release(thread);
      if (answer.ok) order?.resolve(answer.bytes);
      else order?.reject(new PdfFailed('error', answer.reason));
      next();
    });
    worker.on('error', (error) => end(thread, new PdfFailed('crash', String(error))));
    worker.on('exit', () => end(thread, new PdfFailed('crash', 'The PDF thread ended')));
    return thread;
  }

  function release(thread: Thread): Order | null {
    const { order } = thread;
    clearTimeout(thread.timer);
    thread.order = null;
    thread.worker.unref();
    return order;
  }

  function end(thread: Thread, reason: PdfFailed): void {
    if (!threads.delete(thread)) return;
    release(thread)?.reject(reason);
    // Ending an ended thread is harmless; its exit is not ours to wait for.
    void thread.worker.terminate();
    next();
  }

  async function close(): Promise<void> {
    closed = true;
    const reason = new PdfFailed('closed', 'The PDF pool is closed');
    for (const order of waiting.splice(0)) order.reject(reason);
    const ending = [...threads];
    threads.clear();
    for (const thread of ending) release(thread)?.reject(reason);
    await Promise.all(ending.map((thread) => thread.worker.terminate()));
  }

  return { render, close };
}

// Kept on the process: Next loads a module once per bundle, and each would start threads of its own.
const SHARED = Symbol.for('portico.pdf-pool');
const shared = globalThis as { [SHARED]?: PdfPool };

/** Draws a paper in the process's own pool: PDF bytes, the same for the same model. */
export function renderPdf<Kind extends PaperKind>(
  kind: Kind,
  model: PaperModels[Kind],
  options?: RenderOptions,
): Promise<Uint8Array> {
  shared[SHARED] ??= createPdfPool();
  return shared[SHARED].render(kind, model, options);
}
