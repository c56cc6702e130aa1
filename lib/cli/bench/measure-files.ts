import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { StaffContext } from '@/lib/auth/context';
import { storeFile } from '@/lib/files/store';
import { makeDraft } from '@/prisma/seed/builders';
import { webMemory } from './bench-world';
import { type Answer, ask, type Question, timingOf } from './reader';
import { atLeast, atMost, type Measured } from './report';

const FILES = 1_000;
const AT_ONCE = 16;
const DRAWN_TIMES = 15;
const ZIPS = 3;
const GROWTH_MB = 100;

/** One PDF drawn (cold and warm) and read from store; then a thousand in one ZIP. */
export async function measureFiles(
  ctx: StaffContext,
  reading: { base: string; cookie: string; launcher: number },
): Promise<Measured[]> {
  const { base, cookie, launcher } = reading;
  const party = await ctx.db.party.findFirstOrThrow({ where: { archivedAt: null } });
  const draft = await makeDraft(ctx, party.id);
  const drawn = await readInTurn({ url: `${base}/invoices/${draft.id}/pdf`, cookie }, DRAWN_TIMES);
  const [cold, ...warm] = drawn.map(({ total }) => total);

  const issued = await ctx.db.document.findMany({
    where: { issuedAt: { not: null } },
    orderBy: { createdAt: 'desc' },
    take: FILES,
    select: { id: true, pdfHash: true },
  });
  const stored = await readInTurn(
    { url: `${base}/invoices/${issued[0]?.id}/pdf`, cookie },
    DRAWN_TIMES,
  );
  const pdf = stored.at(-1)?.body ?? Buffer.alloc(0);
  await storeCopies(
    ctx,
    pdf,
    issued.filter(({ pdfHash }) => !pdfHash).map(({ id }) => id),
  );
  return [
    {
      what: 'one PDF, drawn',
      ...timingOf(warm),
      bytes: drawn.at(-1)?.bytes,
      note: `cold ${cold?.toFixed(0)} ms`,
      budgets: [{ says: 'is a PDF', kept: drawn.every(isPdf) }],
    },
    {
      what: 'one PDF, as stored',
      ...timingOf(stored.slice(1).map(({ total }) => total)),
      bytes: stored.at(-1)?.bytes,
      budgets: [{ says: 'is a PDF', kept: stored.every(isPdf) }],
    },
    await measureZip(
      { url: `${base}/invoices/zip`, cookie },
      issued.map(({ id }) => id),
      launcher,
    ),
  ];
}

async function measureZip(
  question: Question,
  ids: readonly string[],
  launcher: number,
): Promise<Measured> {
  const form = new URLSearchParams(ids.map((id) => ['ids[]', id]));
  const before = await webMemory(launcher);
  let peak = before;
  let zipping = true;
  const watching = (async () => {
    while (zipping) {
      peak = Math.max(peak, await webMemory(launcher));
      // Asking without a pause would take a core from what is measured.
      await pause(100);
    }
  })();
  const answers: Answer[] = [];
  const agent = new Agent();
  for (let time = 0; time < ZIPS; time += 1) answers.push(await ask(agent, { ...question, form }));
  zipping = false;
  await watching;
  const { median } = timingOf(answers.map(({ total }) => total));
  const firstByte = timingOf(answers.map((answer) => answer.firstByte)).median;
  const perSecond = ids.length / (median / 1000);
  const isZip = answers.every(
    ({ status, body }) => status === 200 && body.readUInt16LE(0) === 0x4b50,
  );
  return {
    what: `ZIP of ${ids.length} PDFs`,
    ...{ median, firstByte, perSecond, bytes: answers[0]?.bytes },
    note: `web memory ${before.toFixed(0)} MB before, peak ${peak.toFixed(0)} MB`,
    budgets: [
      atMost('1st byte', 300, 'ms', firstByte),
      atLeast('files', 400, '/s', perSecond),
      atMost('memory growth', GROWTH_MB, 'MB', peak - before),
      { says: 'is a ZIP', kept: isZip },
    ],
  };
}

async function readInTurn(question: Question, times: number): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: Answer[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await ask(agent, question));
  agent.destroy();
  return answers;
}

/** Copies, each with a comment of its own, so that no two are one file: drawing a thousand is not what is measured. */
async function storeCopies(ctx: StaffContext, pdf: Buffer, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE).map(async (id) => {
      const bytes = Buffer.concat([pdf, Buffer.from(`\n% ${id}\n`)]);
      const pdfHash = await storeFile(ctx.business.id, bytes, 'application/pdf');
      await ctx.db.document.updateMany({ where: { id, pdfHash: null }, data: { pdfHash } });
    });
    await Promise.all(some);
  }
}

const isPdf = ({ status, body }: Answer) =>
  status === 200 && body.subarray(0, 5).toString() === '%PDF-';
