import { withinLimit } from '@/lib/auth/rate-limit';
import { log } from '@/lib/log/log';
import { checkBooks, type Finding } from './check-books';

/**
 * Checks all books once a day, whichever worker asks first, and logs what does not add up. Null when somebody
 * has done so since midnight UTC.
 */
export async function checkBooksDaily(now: Date): Promise<Finding[] | null> {
  const daily = { most: 1, seconds: 86_400 };
  if (!(await withinLimit('check-books', 'all', daily, now))) return null;
  const findings = await checkBooks();
  if (findings.length === 0) log.info('the books add up');
  for (const finding of findings) log.error('the books do not add up', finding);
  return findings;
}
