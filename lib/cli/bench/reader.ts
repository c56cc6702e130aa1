import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** One answer: milliseconds from the question, and bytes as they came over the wire. */
export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  firstByte: number;
  total: number;
  bytes: number;
  body: Buffer;
};

export type Question = { url: string; cookie?: string; form?: URLSearchParams };

export type Timing = { median: number; p95: number };

const WARM_UP = 6;
const READERS = 8;
const READERS_MS = 5_000;

/** Asks as a browser does (compressed, connection kept), and reads the answer to its end. */
export function ask(agent: Agent, { url, cookie, form }: Question): Promise<Answer> {
  const body = form?.toString();
  const begun = performance.now();
  return new Promise((done, failed) => {
    const sent = request(
      url,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'text/html,*/*',
          'accept-encoding': 'gzip',
          ...(cookie ? { cookie } : {}),
          ...(body === undefined
            ? {}
            : {
                origin: new URL(url).origin,
                'content-type': 'application/x-www-form-urlencoded',
                'content-length': Buffer.byteLength(body),
              }),
        },
      },
      (answer) => {
        let firstByte = 0;
        let bytes = 0;
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => {
          firstByte ||= performance.now() - begun;
          bytes += chunk.length;
          chunks.push(chunk);
        });
        answer.once('error', failed);
        answer.once('end', () => {
          const total = performance.now() - begun;
          const { statusCode: status = 0, headers } = answer;
          done({ status, headers, firstByte, total, bytes, body: Buffer.concat(chunks) });
        });
      },
    );
    sent.once('error', failed);
    sent.end(body);
  });
}

/** One reader, one connection: `times` answers after a warm-up that reaches every web process. */
export async function readAlone(question: Question, times: number): Promise<Answer[]> {
  const many = new Agent({ keepAlive: true, maxSockets: READERS });
  await Promise.all(Array.from({ length: WARM_UP * 4 }, () => ask(many, question)));
  many.destroy();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: Answer[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await ask(agent, question));
  agent.destroy();
  return answers;
}

/** Answers a second while eight readers ask without a pause for five seconds. */
export async function readTogether(question: Question): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const begun = performance.now();
  let answered = 0;
  const reader = async () => {
    while (performance.now() - begun < READERS_MS) {
      await ask(agent, question);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return answered / seconds;
}

/** Median and 95th percentile, in the unit that was given. */
export function timingOf(values: readonly number[]): Timing {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { median: at(0.5) ?? Number.NaN, p95: at(0.95) ?? Number.NaN };
}
