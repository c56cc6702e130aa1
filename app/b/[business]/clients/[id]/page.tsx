import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { Panel, Section, Split } from '@/components/layout/section';
import { ClientContacts } from '@/components/parties/client-contacts';
import { ClientFigures } from '@/components/parties/client-figures';
import { ClientFacts, ProfileMeter } from '@/components/parties/client-profile';
import { listHref } from '@/components/parties/list-address';
import { StandingPill } from '@/components/parties/standing-pill';
import { ClientAccess } from '@/components/portal/client-access';
import { TimelineFilterMenu } from '@/components/timeline/timeline-filter';
import { TimelineList } from '@/components/timeline/timeline-list';
import { Ltr } from '@/components/ui/amount';
import { Tabs } from '@/components/ui/tabs';
import { formWords } from '@/components/ui/words';
import { newId } from '@/lib/db/new-id';
import { clientStanding } from '@/lib/documents/client-standing';
import { timeline } from '@/lib/events/timeline';
import { isTimelineFilter } from '@/lib/events/timeline-filters';
import { accessOf } from '@/lib/links/access';
import { staffPage } from '@/lib/pages/staff-page';
import { clientRecord, tabCounts } from '@/lib/parties/queries';
import { displayTaxId, taxIdName } from '@/lib/places/tax-id';
import { todayIn } from '@/lib/time/calendar-date';
import {
  addClientContact,
  archiveClientContact,
  makeMainContact,
  updateClientContact,
} from '../actions';
import { endClientSession, revokeAllAccess, revokeLink } from './access/actions';
import { ClientActions } from './client-actions';
import { type ClientAddress, ClientTabBody, clientTabs } from './client-tab';

type Props = {
  params: Promise<{ business: string; id: string }>;
  searchParams: Promise<ClientAddress>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'clients.read');
  const party = await clientRecord(ctx, (await params).id);
  return { title: party?.displayName ?? ctx.t('clients.title') };
}

export default async function ClientPage({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'clients.read');
  const { id } = await params;
  const party = await clientRecord(ctx, id);
  if (!party) notFound();
  const { t, f, locale, business } = ctx;
  const asked = await searchParams;
  const tabs = clientTabs(ctx);
  const tab = tabs.find((name) => name === asked.tab) ?? 'documents';
  const filter = isTimelineFilter(asked.events) ? asked.events : 'everything';
  const [counts, standing, events, access] = await Promise.all([
    tabCounts(ctx, party.id),
    clientStanding(ctx, party.id),
    timeline(ctx, { partyId: party.id, filter, before: asked.before }),
    accessOf(ctx, party.id),
  ]);
  const base = `/b/${business.slug}`;
  const href = `${base}/clients/${party.id}`;
  const editHref = ctx.may('clients.write') ? `${href}/edit` : null;
  const here = tab === 'documents' ? {} : { tab };
  const chosen = filter === 'everything' ? {} : { events: filter };

  return (
    <div className="page flex flex-col">
      <PageHeader
        crumb={{ href: `${base}/clients`, label: t('clients.title') }}
        title={<bdi>{party.displayName}</bdi>}
        status={
          <StandingPill
            archived={party.archivedAt !== null}
            balances={party.balances}
            overdue={standing.overdue}
            t={t}
          />
        }
        meta={
          <>
            <span>
              {t('clients.since', {
                kind: party.kind,
                stage: party.stage,
                date: f.month(todayIn(business.timeZone, party.createdAt)),
              })}
            </span>
            {party.taxId && (
              <span>
                {taxIdName(party.country, locale)}{' '}
                <Ltr>{displayTaxId(party.country, party.taxId)}</Ltr>
              </span>
            )}
          </>
        }
        actions={<ClientActions ctx={ctx} party={party} editHref={editHref} base={base} />}
      />
      <ClientFigures
        balances={party.balances}
        standing={standing}
        currency={party.currency}
        termsDays={party.paymentTermsDays ?? business.paymentTermsDays}
        t={t}
        f={f}
      />
      <Split
        aside={
          <>
            <ProfileMeter
              party={party}
              hasContact={party.contacts.length > 0}
              requiredFields={business.requiredClientFields}
              editHref={editHref}
              t={t}
            />
            <ClientContacts
              contacts={party.contacts}
              partyId={party.id}
              country={party.country}
              home={business.country}
              newContactId={newId()}
              deeds={
                editHref
                  ? {
                      add: addClientContact.bind(null, business.slug),
                      update: updateClientContact.bind(null, business.slug),
                      archive: archiveClientContact.bind(null, business.slug),
                      makeMain: makeMainContact.bind(null, business.slug),
                    }
                  : null
              }
              formWords={formWords(t, locale)}
              t={t}
            />
            <ClientFacts
              party={party}
              business={business}
              editHref={editHref}
              locale={locale}
              days={f.days}
              t={t}
            />
            <Panel plain title={t('clients.access')}>
              <ClientAccess
                partyId={party.id}
                access={access}
                actions={
                  ctx.may('links.manage')
                    ? {
                        revokeLink: revokeLink.bind(null, business.slug),
                        endSession: endClientSession.bind(null, business.slug),
                        revokeAll: revokeAllAccess.bind(null, business.slug),
                      }
                    : null
                }
                reader={{ t, f, locale }}
              />
            </Panel>
          </>
        }
      >
        <Tabs
          label={party.displayName}
          tabs={tabs.map((name) => ({
            href: listHref(href, name === 'documents' ? {} : { tab: name }),
            label: t(`clients.tabs.${name}`),
            count: f.number(counts[name]),
            current: name === tab,
          }))}
        />
        <ClientTabBody ctx={ctx} tab={tab} partyId={party.id} href={href} asked={asked} />
        <Section
          title={t('timeline.title')}
          className="mt-1 border-t border-line pb-4"
          end={
            <TimelineFilterMenu
              t={t}
              current={filter}
              hrefOf={(name) =>
                listHref(href, { ...here, events: name === 'everything' ? '' : name })
              }
            />
          }
        >
          <TimelineList
            page={events}
            label={t('timeline.title')}
            empty={t(filter === 'everything' ? 'timeline.empty' : 'timeline.emptyFiltered')}
            older={
              events.older
                ? {
                    href: listHref(href, { ...here, ...chosen, before: events.older }),
                    label: t('timeline.older'),
                  }
                : null
            }
            newest={
              asked.before
                ? { href: listHref(href, { ...here, ...chosen }), label: t('timeline.newest') }
                : null
            }
          />
        </Section>
      </Split>
    </div>
  );
}
