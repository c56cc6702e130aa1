import { request as ask } from 'node:http';
import { world } from './world';

export type Forged = {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

/** Sends exactly what is said, as no browser and no `fetch` would. */
export function send({ method, path, headers = {}, body = '' }: Forged) {
  const { hostname, port, host } = new URL(world().baseUrl);
  const all = { host, 'content-length': String(Buffer.byteLength(body)), ...headers };
  type Answer = { status: number; location: string; cache: string; body: string };
  return new Promise<Answer>((done, failed) => {
    const options = { host: hostname, port, method, path, setHost: false, headers: all };
    const sent = ask(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const { statusCode: status = 0, headers: said } = answer;
        const { location = '', 'cache-control': cache = '' } = said;
        done({ status, location, cache, body: Buffer.concat(parts).toString() });
      });
    });
    sent.once('error', failed);
    sent.end(body);
  });
}
