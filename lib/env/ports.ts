import { createServer } from 'node:net';

/** A TCP port on 127.0.0.1 that nobody used a moment ago. */
export async function freePort(): Promise<number> {
  return await listenOnce(0, '127.0.0.1');
}

/** Whether this process could listen on the port. Other troubles than "in use" are thrown. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  try {
    await listenOnce(port, host);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

async function listenOnce(port: number, host: string): Promise<number> {
  return await new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : port));
    });
  });
}
