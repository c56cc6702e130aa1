import { logError } from '@/lib/log/log';
import { JOBS, type JobName } from './jobs';
import { HANDLERS } from './registry';

/** Runs one job: checks the payload, makes the business's context, calls the handler. Throws what the handler throws, after logging it. */
export async function runJob(name: JobName, data: unknown): Promise<void> {
  try {
    const payload = JOBS[name].payload.parse(data);
    const handler = await HANDLERS[name]();
    await handler(payload as never);
  } catch (error) {
    logError(error, { job: name });
    throw error;
  }
}
