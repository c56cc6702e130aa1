import type { IncomingMessage, ServerResponse } from 'node:http';
import { awayHeaders, awayPage } from '@/lib/cli/away-page';
import { isDatabaseThere } from '@/lib/db/readiness';
import { logError } from '@/lib/log/log';
import { LOCALE_COOKIE, wantedLocale } from '@/lib/pages/wanted-locale';
import { withWordsWithoutScript } from './words-without-script';

type Chunk = { bytes: unknown; encoding: BufferEncoding | undefined };

/**
 * A page that fails is an empty 500 to whoever has no script, and Next offers no place to say more. So a failing answer
 * to somebody who opens an address is held back for a moment: if the database is away, or was since they asked, 503 and
 * plain words go out instead; any other page gets words for whoever has no script, and goes on as it is.
 */
export function sayWhenAway(request: IncomingMessage, response: ServerResponse): void {
  const { headers } = request;
  if (headers.rsc || headers['next-action'] || !headers.accept?.includes('text/html')) return;
  // What is wrapped around these later (compression) stays in place: they are never put back, only passed through.
  const { write, end, writeHead, flushHeaders } = response;
  const begun = Date.now();
  const chunks: Chunk[] = [];
  let held: boolean | undefined;
  const isHeld = (status: number): boolean => {
    held ??= status >= 500;
    return held;
  };

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (!isHeld(status)) return Reflect.apply(writeHead, response, [status, ...rest]);
    response.statusCode = status;
    const given = rest.at(-1);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
      for (const [name, value] of Object.entries(given)) response.setHeader(name, value);
    }
    return response;
  }) as typeof writeHead;
  response.flushHeaders = () => {
    if (!isHeld(response.statusCode)) flushHeaders.call(response);
  };
  response.write = ((bytes: unknown, ...rest: unknown[]) => {
    if (!isHeld(response.statusCode)) return Reflect.apply(write, response, [bytes, ...rest]);
    chunks.push({ bytes, encoding: encodingOf(rest) });
    callbackOf(rest)?.();
    return true;
  }) as typeof write;
  response.end = ((...given: unknown[]) => {
    if (!isHeld(response.statusCode)) return Reflect.apply(end, response, given);
    const [bytes, ...rest] = given;
    if (bytes && typeof bytes !== 'function') chunks.push({ bytes, encoding: encodingOf(rest) });
    const finish = callbackOf(given);
    const answer = (status: number, body: Chunk[]) => {
      writeHead.call(response, status);
      for (const { bytes, encoding } of body)
        Reflect.apply(write, response, [bytes, encoding ?? 'utf8']);
      Reflect.apply(end, response, finish ? [finish] : []);
    };
    isDatabaseThere(begun)
      .then((isThere) => {
        if (isThere) {
          const packing = String(response.getHeader('content-encoding') ?? '');
          const said = withWordsWithoutScript(bytesOf(chunks), packing, localeOf(request));
          if (said === null) return answer(response.statusCode, chunks);
          response.removeHeader('content-encoding');
          response.removeHeader('content-length');
          return answer(response.statusCode, [{ bytes: said, encoding: 'utf8' }]);
        }
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        for (const [name, value] of Object.entries(awayHeaders())) response.setHeader(name, value);
        const wasSent = request.method !== 'GET' && request.method !== 'HEAD';
        answer(503, [{ bytes: awayPage(localeOf(request), { wasSent }), encoding: 'utf8' }]);
      })
      .catch((error) => {
        logError(error, { part: 'web' });
        response.destroy();
      });
    return response;
  }) as typeof end;
}

function localeOf({ headers }: IncomingMessage) {
  const chosen = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=(\\w+)`).exec(headers.cookie ?? '')?.[1];
  return wantedLocale(chosen, headers['accept-language'] ?? '');
}

function bytesOf(chunks: readonly Chunk[]): Buffer {
  return Buffer.concat(
    chunks.map(({ bytes, encoding }) =>
      typeof bytes === 'string' ? Buffer.from(bytes, encoding) : (bytes as Uint8Array),
    ),
  );
}

function encodingOf(rest: unknown[]): BufferEncoding | undefined {
  return typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : undefined;
}

function callbackOf(rest: unknown[]): (() => void) | undefined {
  return rest.find((each) => typeof each === 'function') as (() => void) | undefined;
}
