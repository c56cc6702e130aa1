import { RecordTable } from '@/components/ui/record-table';
import type { StaffContext } from '@/lib/auth/context';
import type { MessageRow } from '@/lib/messages/queries';
import { messageReason } from './message-reason';
import { MessageStatePill } from './message-state';

/** Mails of the business, of a client or about an invoice: to whom, what, what became of it, when. */
export function MessageList(props: {
  ctx: StaffContext;
  rows: readonly MessageRow[];
  /** Names the client under the address; left out on a client's own page. */
  showClient?: boolean;
  /** What stands there instead of an empty table. */
  empty?: string;
}) {
  const { ctx, rows, showClient = false, empty } = props;
  const { t, f } = ctx;
  if (rows.length === 0) {
    return <p className="p-6 text-ink-soft max-md:px-4">{empty ?? t('mail.list.emptyOfClient')}</p>;
  }
  return (
    <RecordTable
      label={t('mail.list.label')}
      columns={[
        { key: 'subject', label: t('mail.list.subject'), kind: 'grow', fold: 'title' },
        { key: 'to', label: t('mail.list.to'), soft: true, fold: 'number' },
        { key: 'state', label: t('mail.list.state'), fold: 'status' },
        { key: 'when', label: t('mail.list.when'), kind: 'date', soft: true, fold: 'end' },
      ]}
      rows={rows.map((row) => {
        const reason = row.state === 'SENT' && !row.errorKind ? null : messageReason(t, f, row);
        return {
          id: row.id,
          href: `/b/${ctx.business.slug}/mail/${row.id}`,
          label: t('mail.list.row', { subject: row.subject, email: row.toEmail }),
          cells: {
            subject: (
              <span className="block py-1">
                {/* Of its own direction, so that its end is cut off and not its beginning. */}
                <span dir="auto" className="clip block font-medium [text-align:match-parent]">
                  {row.subject}
                </span>
                <span className="meta clip block">{reason ?? t(`mail.kinds.${row.kind}`)}</span>
              </span>
            ),
            to: (
              <span className="block py-1">
                <bdi dir="ltr" className="clip block">
                  {row.toEmail}
                </bdi>
                {(showClient || row.cc.length > 0) && (
                  <span className="meta clip block">
                    {[
                      showClient && row.party.displayName,
                      row.cc.length > 0 && t('mail.list.copy', { count: row.cc.length }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                )}
              </span>
            ),
            state: <MessageStatePill t={t} message={row} now={ctx.now()} />,
            when: (
              <time dateTime={row.createdAt.toISOString()} title={f.instant(row.createdAt)}>
                {f.ago(row.sentAt ?? row.createdAt)}
              </time>
            ),
          },
        };
      })}
    />
  );
}
