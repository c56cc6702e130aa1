import { Archive, ArchiveRestore, Banknote, Ellipsis, FileText, Pencil, Plus } from 'lucide-react';
import { type Deed, DeedMenu } from '@/components/parties/deed-menu';
import { LinkButton } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { StaffContext } from '@/lib/auth/context';
import type { ClientRecord } from '@/lib/parties/queries';
import { archiveClients, restoreClients } from '../actions';

/** What can be done with a client, the new invoice last and filled. */
export function ClientActions({
  ctx,
  party,
  editHref,
  base,
}: {
  ctx: StaffContext;
  party: ClientRecord;
  editHref: string | null;
  base: string;
}) {
  const { t } = ctx;
  const slug = ctx.business.slug;
  const ids = { ids: [party.id] };
  const archive = archiveClients.bind(null, slug, ids);
  const restore = restoreClients.bind(null, slug, ids);
  const payHref = ctx.may('payments.record') ? `${base}/payments/new?client=${party.id}` : null;
  const statement = `${base}/clients/${party.id}/statement`;
  const statements = [
    { label: t('clients.statement.thisYear'), period: 'thisYear' },
    { label: t('clients.statement.lastYear'), period: 'lastYear' },
  ].map(({ label, period }) => ({
    label,
    icon: <FileText />,
    href: `${statement}?period=${period}`,
    plain: true,
  }));
  const archiving: Deed = party.archivedAt
    ? {
        label: t('clients.restore'),
        icon: <ArchiveRestore />,
        run: restore,
        done: t('clients.restored'),
      }
    : {
        label: t('clients.archive'),
        icon: <Archive />,
        run: archive,
        done: t('clients.archived'),
        undo: { label: t('clients.undo'), run: restore },
      };
  return (
    <>
      <DeedMenu
        failed={t('common.failed')}
        trigger={
          <IconButton label={t('clients.more')}>
            <Ellipsis />
          </IconButton>
        }
        entries={[
          ...(editHref ? [{ label: t('clients.edit'), icon: <Pencil />, href: editHref }] : []),
          ...(payHref
            ? [{ label: t('clients.recordPayment'), icon: <Banknote />, href: payHref }]
            : []),
          ...(ctx.may('payments.read') ? statements : []),
          ...(editHref ? ['line' as const, archiving] : []),
        ]}
      />
      {payHref && (
        <LinkButton className="wide-only" href={payHref} icon={<Banknote />}>
          {t('clients.recordPayment')}
        </LinkButton>
      )}
      {ctx.may('invoices.write') && !party.archivedAt && (
        <LinkButton
          href={`${base}/invoices/new?client=${party.id}`}
          variant="primary"
          icon={<Plus />}
        >
          {t('clients.newInvoice')}
        </LinkButton>
      )}
    </>
  );
}
