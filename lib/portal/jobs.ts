import type { JobPayload } from '@/lib/jobs/jobs';
import { systemContext } from '@/lib/jobs/system-context';
import { mailRequestedLink } from './mail-requested-link';

/** Job: mails the link that somebody without a session asked for. */
export async function mailRequestedLinkJob(payload: JobPayload<'mail-portal-link'>): Promise<void> {
  await mailRequestedLink(await systemContext(payload.businessId), payload);
}
