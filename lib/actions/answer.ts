import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { isDatabaseAway } from '@/lib/db/database-away';
import type { MessageKey, T } from '@/lib/i18n/translate';
import { logError } from '@/lib/log/log';
import { formToObject, formValues } from './form-data';
import { Incomplete, Missing, Refused, Stale } from './refused';
import type { ActionResult } from './result';
import { storable } from './storable';

/**
 * Parses `payload` (a form, or JSON from a script) strictly, runs, and turns whatever happens into an answer:
 * field errors in the reader's language with the typed values, a conflict, or the id of a logged error.
 */
export async function answer<S extends z.ZodType, R>(
  t: T,
  schema: S,
  payload: unknown,
  run: (input: z.output<S>) => Promise<R>,
): Promise<ActionResult<R>> {
  const values = payload instanceof FormData ? formValues(payload) : {};
  const refuse = (errors: Record<string, string[]>, message: string | null): ActionResult<R> => ({
    ok: false,
    errors,
    message,
    values,
  });
  try {
    const given = payload instanceof FormData ? formToObject(payload) : payload;
    const parsed = schema.safeParse(storable(given));
    if (!parsed.success) return refuse(fieldErrors(t, parsed.error), null);
    return { ok: true, data: await run(parsed.data) };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof Incomplete) {
      const filled = error.fields.map((field) => [field, [t('errors.required')]]);
      return refuse(Object.fromEntries(filled), null);
    }
    if (error instanceof Refused) {
      const text = t(error.key as MessageKey, error.values);
      return error.field ? refuse({ [error.field]: [text] }, null) : refuse({}, text);
    }
    if (error instanceof Missing) return refuse({}, t('errors.missing'));
    if (error instanceof Stale) {
      const { theirs, changedBy, version } = error;
      return {
        ok: false,
        errors: {},
        message: t('errors.stale', { name: changedBy }),
        values,
        conflict: { theirs, changedBy, version },
      };
    }
    const errorId = logError(error, {});
    const message = isDatabaseAway(error)
      ? t('errors.databaseAway')
      : t('errors.unexpected', { id: errorId });
    return { ok: false, errors: {}, message, values, errorId };
  }
}

/** Zod's issues as sentences. A schema names its own with a message key; the rest follow from the kind of issue. */
export function fieldErrors(t: T, error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    const list = errors[field] ?? [];
    list.push(sentence(t, issue));
    errors[field] = list;
  }
  return errors;
}

const KEY = /^[a-z][A-Za-z]*(\.[A-Za-z][A-Za-z0-9]*)+$/;

function sentence(t: T, issue: z.core.$ZodIssue): string {
  if (KEY.test(issue.message)) {
    const params = 'params' in issue ? (issue.params as Record<string, string>) : {};
    return t(issue.message as MessageKey, params);
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return t('errors.required');
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return t('errors.tooLong', { most: Number(issue.maximum) });
  }
  return t('errors.invalid');
}
