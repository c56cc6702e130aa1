import { portalRoute } from '@/lib/http/portal-route';
import { statementPdf } from '@/lib/portal/account-pdf';

/** The client's statement of account as a PDF, for the period and currency of the page. */
export const GET = portalRoute((ctx, request) =>
  statementPdf(ctx, request, { whose: ctx.business.name, download: true }),
);
