import { DocumentPaper } from '@/components/documents/document-paper';
import { InvoiceStatePill } from '@/components/documents/invoice-state-pill';
import { PageHeader } from '@/components/layout/page-header';
import type { StaffContext } from '@/lib/auth/context';
import { draftSnapshot } from '@/lib/documents/draft-paper';
import { paperOf } from '@/lib/documents/snapshot';

/** A draft for those who may read and not write. */
export async function DraftOnPaper({ ctx, id }: { ctx: StaffContext; id: string }) {
  const { t } = ctx;
  const snapshot = await draftSnapshot(ctx, id);
  return (
    <>
      <PageHeader
        title={t('editor.draftTitle')}
        crumb={{ href: `/b/${ctx.business.slug}/invoices`, label: t('invoices.list.title') }}
        status={<InvoiceStatePill t={t} state="draft" />}
        meta={snapshot.buyer.name}
      />
      <div className="page bg-canvas px-8 py-5 max-md:px-0">
        <DocumentPaper paper={paperOf(snapshot, { logoPng: null, stamp: 'DRAFT' })} />
      </div>
    </>
  );
}
