import type { z } from 'zod';
import { type T, translator } from '@/lib/i18n/translate';
import { readerPreferences } from '@/lib/pages/reader';
import { answer } from './answer';
import { Missing } from './refused';
import type { ActionResult } from './result';

/**
 * Looks for the caller's context and answers as `answer` does. Nobody signed in (null) is told so; no such place for them
 * (undefined) is Missing; and a search that fails is an answer with an id, like every other failure.
 */
export async function guarded<C extends { t: T }, S extends z.ZodType, R>(
  find: () => Promise<C | null | undefined>,
  schema: S,
  payload: unknown,
  run: (ctx: C, input: z.output<S>) => Promise<R>,
): Promise<ActionResult<R>> {
  const { locale } = await readerPreferences();
  let ctx: C | null | undefined;
  let failure: unknown;
  try {
    ctx = await find();
  } catch (error) {
    failure = error;
  }
  if (ctx === null) return { ok: false, signedOut: true };
  return answer(ctx?.t ?? translator(locale), schema, payload, async (input) => {
    if (failure) throw failure;
    if (!ctx) throw new Missing();
    return run(ctx, input);
  });
}
