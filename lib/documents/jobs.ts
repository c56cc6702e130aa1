import type { JobPayload } from '@/lib/jobs/jobs';
import { systemContext } from '@/lib/jobs/system-context';
import { storeDocumentPdf } from './pdf-file';

/** Job: draws and stores the PDF of an issued document. */
export async function renderDocumentPdf({
  businessId,
  documentId,
}: JobPayload<'render-document-pdf'>): Promise<void> {
  await storeDocumentPdf(await systemContext(businessId), documentId);
}
