import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { unscopedDb } from '@/lib/db/client';
import { sendAccountMail } from '@/lib/members/jobs';
import { requestPasswordReset } from '@/lib/members/request-password-reset';
import { owner } from './world';

const wasTerminal = process.stdout.isTTY;
const wasLevel = process.env.LOG_LEVEL ?? 'error';

beforeAll(async () => {
  process.env.LOG_LEVEL = 'warn';
});
afterAll(() => {
  process.env.LOG_LEVEL = wasLevel;
});
afterEach(() => {
  process.stdout.isTTY = wasTerminal;
  vi.restoreAllMocks();
});

/** What an instance without a mail server writes out when somebody has forgotten their password. */
async function written(name: string, terminal: boolean): Promise<string> {
  const { user } = await owner(name);
  await requestPasswordReset(user.email, new Date());
  const { id } = await unscopedDb().passwordReset.findFirstOrThrow({ where: { userId: user.id } });
  process.stdout.isTTY = terminal;
  const out: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      out.push(String(text));
      return true;
    });
  }
  await sendAccountMail({ kind: 'reset', id });
  vi.restoreAllMocks();
  return out.join('');
}

test('Without a mail server a way back in is shown in the terminal that Portico runs in', async () => {
  expect(await written('Terry Minal', true)).toMatch(/\/reset-password\/\S{20}/);
});

test('Without a mail server a log says that a mail could not leave, and not what was in it', async () => {
  const out = await written('Logan Reader', false);
  expect(out).toContain('an account mail cannot leave');
  expect(out).not.toContain('/reset-password/');
  expect(out).not.toContain('logan.reader');
});
