import { format } from 'node:util';
import { log } from '@/lib/log/log';

/** Next and other libraries speak through the console: in production their words are log lines too. */
export function captureConsole(): void {
  const clean = (words: unknown[]) => format(...words).trim();
  console.debug = (...words: unknown[]) => log.debug(clean(words), { part: 'console' });
  console.log = (...words: unknown[]) => log.info(clean(words), { part: 'console' });
  console.info = console.log;
  console.warn = (...words: unknown[]) => log.warn(clean(words), { part: 'console' });
  console.error = (...words: unknown[]) => log.error(clean(words), { part: 'console' });
}
