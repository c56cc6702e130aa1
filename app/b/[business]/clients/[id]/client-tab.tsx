import { MessageList } from '@/components/messages/message-list';
import { ClientDocuments } from '@/components/parties/client-documents';
import { ClientNotes } from '@/components/parties/client-notes';
import { ClientPayments } from '@/components/parties/client-payments';
import { listHref } from '@/components/parties/list-address';
import { FilterChip } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { formWords, listWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import type { InvoiceState } from '@/lib/documents/status';
import { titlesOf } from '@/lib/documents/title';
import { readInvoiceFilters } from '@/lib/invoices/list-filters';
import { invoiceListPage } from '@/lib/invoices/queries';
import { messagesOf } from '@/lib/messages/queries';
import { notesOf } from '@/lib/parties/queries';
import { paymentsOf } from '@/lib/payments/queries';
import type { Permission } from '@/lib/permissions/permissions';
import { addClientNote, editClientNote } from '../actions';

/** The tabs of a client in their order, and what one must be allowed to read for each. */
const TABS = {
  documents: 'invoices.read',
  payments: 'payments.read',
  messages: 'messages.read',
  notes: 'notes.read',
} as const satisfies Record<string, Permission>;

type ClientTab = keyof typeof TABS;

export function clientTabs(ctx: StaffContext): ClientTab[] {
  return (Object.keys(TABS) as ClientTab[]).filter((tab) => ctx.may(TABS[tab]));
}

/** The chips above the documents and the states each stands for. */
const CHIPS: Record<string, InvoiceState[]> = {
  all: [],
  draft: ['draft'],
  sent: ['unsent', 'due', 'processing'],
  partPaid: ['partPaid'],
  overdue: ['overdue'],
  paid: ['paid'],
};

/** What an address may hold on a client's page. */
export type ClientAddress = {
  tab?: string;
  state?: string;
  page?: string;
  events?: string;
  before?: string;
};

type TabProps = { ctx: StaffContext; partyId: string; href: string; asked: ClientAddress };

/** What stands under the tab that is open. */
export function ClientTabBody({ tab, ...props }: TabProps & { tab: ClientTab }) {
  if (tab === 'payments') return <PaymentsTab {...props} />;
  if (tab === 'notes') return <NotesTab {...props} />;
  if (tab === 'messages') return <MessagesTab {...props} />;
  return <DocumentsTab {...props} />;
}

async function DocumentsTab({ ctx, partyId, href, asked }: TabProps) {
  const { t, f, locale, business } = ctx;
  const chip = asked.state && Object.hasOwn(CHIPS, asked.state) ? asked.state : 'all';
  const filters = {
    ...readInvoiceFilters({}, business.currency),
    clientId: partyId,
    states: CHIPS[chip] ?? [],
  };
  const page = await invoiceListPage(ctx, filters, asked.page);
  const titles = await titlesOf(
    ctx,
    page.rows.map((row) => row.id),
  );
  const state = chip === 'all' ? '' : chip;
  return (
    <>
      <div className="chips flex flex-wrap gap-1.5 px-6 pt-3 max-md:px-4">
        {Object.keys(CHIPS).map((name) => (
          <FilterChip
            key={name}
            href={listHref(href, name === 'all' ? {} : { state: name })}
            label={t(`clients.documents.filters.${name}` as 'clients.documents.filters.all')}
            on={name === chip}
          />
        ))}
      </div>
      {page.rows.length === 0 ? (
        <p className="meta px-6 py-5 max-md:px-4">
          {t(chip === 'all' ? 'clients.documents.none' : 'clients.documents.noneLike')}
        </p>
      ) : (
        <div className="table-wrap">
          <ClientDocuments
            rows={page.rows}
            titles={titles}
            base={`/b/${business.slug}`}
            t={t}
            f={f}
          />
        </div>
      )}
      <Pages
        newer={page.newer && listHref(href, { state, page: page.newer })}
        older={page.older && listHref(href, { state, page: page.older })}
        words={listWords(t, locale)}
      />
    </>
  );
}

async function PaymentsTab({ ctx, partyId, href, asked }: TabProps) {
  const { t, f, locale, business } = ctx;
  const page = await paymentsOf(ctx, partyId, asked.page);
  if (page.rows.length === 0) {
    return <p className="meta px-6 py-5 max-md:px-4">{t('clients.payments.none')}</p>;
  }
  return (
    <>
      <div className="table-wrap">
        <ClientPayments rows={page.rows} base={`/b/${business.slug}`} t={t} f={f} />
      </div>
      <Pages
        newer={page.newer && listHref(href, { tab: 'payments', page: page.newer })}
        older={page.older && listHref(href, { tab: 'payments', page: page.older })}
        words={listWords(t, locale)}
      />
    </>
  );
}

async function MessagesTab({ ctx, partyId, href, asked }: TabProps) {
  const page = await messagesOf(ctx, partyId, asked.page);
  return (
    <>
      <div className="table-wrap">
        <MessageList ctx={ctx} rows={page.rows} />
      </div>
      <Pages
        newer={page.newer && listHref(href, { tab: 'messages', page: page.newer })}
        older={page.older && listHref(href, { tab: 'messages', page: page.older })}
        words={listWords(ctx.t, ctx.locale)}
      />
    </>
  );
}

async function NotesTab({ ctx, partyId, href, asked }: TabProps) {
  const page = await notesOf(ctx, partyId, asked.page);
  const mayWrite = ctx.may('notes.write');
  return (
    <>
      <ClientNotes
        notes={page.rows}
        partyId={partyId}
        newNoteId={newId()}
        readerId={ctx.user.id}
        add={mayWrite ? addClientNote.bind(null, ctx.business.slug) : null}
        edit={mayWrite ? editClientNote.bind(null, ctx.business.slug) : null}
        formWords={formWords(ctx.t, ctx.locale)}
        t={ctx.t}
        f={ctx.f}
      />
      <Pages
        newer={page.newer && listHref(href, { tab: 'notes', page: page.newer })}
        older={page.older && listHref(href, { tab: 'notes', page: page.older })}
        words={listWords(ctx.t, ctx.locale)}
      />
    </>
  );
}

function Pages({
  newer,
  older,
  words,
}: {
  newer: string | null;
  older: string | null;
  words: { newer: string; older: string; pages: string };
}) {
  if (!newer && !older) return null;
  return (
    <div className="flex justify-end px-6 py-3 max-md:px-4">
      <Pager newer={newer} older={older} words={words} />
    </div>
  );
}
