import { Plus, UserPlus } from 'lucide-react';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { T } from '@/lib/i18n/translate';

/** A list without rows: what to do first, or which filters to drop. */
export function InvoiceListEmpty({
  t,
  base,
  clientsHref,
  nothingYet,
  filtered,
  canWrite,
  dropHref,
}: {
  t: T;
  base: string;
  clientsHref: string;
  nothingYet: boolean;
  filtered: boolean;
  canWrite: boolean;
  dropHref: string;
}) {
  if (!nothingYet) {
    return (
      <EmptyState
        title={t(filtered ? 'invoices.empty.noMatch' : 'invoices.empty.noneHere')}
        body={filtered ? t('invoices.empty.noMatchBody') : undefined}
        actions={
          <LinkButton href={filtered ? dropHref : base}>
            {t(filtered ? 'invoices.empty.drop' : 'invoices.empty.showAll')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('invoices.empty.title')}
      body={t('invoices.empty.body')}
      actions={
        canWrite && (
          <LinkButton href={`${base}/new`} variant="primary" icon={<Plus />}>
            {t('invoices.list.create')}
          </LinkButton>
        )
      }
      ways={
        canWrite
          ? [
              {
                icon: <UserPlus className="icon" />,
                title: t('invoices.empty.clients'),
                note: t('invoices.empty.clientsNote'),
                href: clientsHref,
              },
            ]
          : []
      }
    />
  );
}
