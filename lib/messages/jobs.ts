import type { JobPayload } from '@/lib/jobs/jobs';
import { systemContext } from '@/lib/jobs/system-context';
import { sendMessage } from './send-message';

/** Job: sends one message of the outbox. */
export async function sendMessageJob({
  businessId,
  messageId,
}: JobPayload<'send-message'>): Promise<void> {
  await sendMessage(await systemContext(businessId), messageId);
}
