import type { T } from '@/lib/i18n/translate';
import { methodWords } from './method-name';
import type { Entry } from './statement';

/** What a line of a statement is called, on screen and on paper. */
export function entryWords(t: T, entry: Entry): string {
  const title = entry.title || entry.number;
  if (entry.kind === 'invoice') return title;
  if (entry.kind === 'void') return t('portal.statement.entry.void', { title });
  const method = methodWords(t, entry.method, entry.methodDetail);
  return t(`portal.statement.entry.${entry.kind}`, { method });
}
