import type { Metadata } from 'next';
import { InvoiceList, ShownTabs } from '@/components/portal/invoice-list';
import { Pages } from '@/components/portal/pages';
import { Notice } from '@/components/ui/notice';
import { takesCards } from '@/lib/businesses/takes-cards';
import { MOST_IN_ZIP } from '@/lib/documents/zip';
import { portalPage } from '@/lib/pages/portal-page';
import { invoicePage, SHOWN } from '@/lib/portal/invoices';
import { pay } from '../actions';
import { PortalShell } from '../portal-shell';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ show?: string; at?: string; tick?: string; notice?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  return { title: { absolute: `${ctx.t('portal.invoices.title')} · ${ctx.business.name}` } };
}

/** Every invoice of the client, also those of years ago, to download or pay. */
export default async function PortalInvoices({ params, searchParams }: Props) {
  const ctx = await portalPage(params);
  const query = await searchParams;
  const { business, t } = ctx;
  const base = `/portal/${business.slug}`;
  const shown = SHOWN.find((one) => one === query.show) ?? 'all';
  const ticked = query.tick === 'all' ? 'all' : query.tick === 'unpaid' ? 'unpaid' : 'none';
  const [page, cards] = await Promise.all([
    invoicePage(ctx, { shown, cursor: query.at }),
    takesCards(ctx),
  ]);
  const address = (changes: Record<string, string | null>) => {
    const next = { show: shown === 'all' ? null : shown, at: query.at ?? null, ...changes };
    const given = Object.entries(next).filter((entry): entry is [string, string] => !!entry[1]);
    return `${base}/invoices${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`;
  };
  const tickLink = (tick: 'all' | 'unpaid' | null, label: string) => (
    <a className="link inline-flex min-h-11 items-center" href={address({ tick })}>
      {label}
    </a>
  );
  return (
    <PortalShell ctx={ctx} at={`${base}/invoices`}>
      <div className="mx-auto max-w-3xl">
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
          <h1 id="invoices" className="text-2xl leading-tight font-semibold ltr:tracking-tight">
            {t('portal.invoices.title')}
          </h1>
          <ShownTabs path={`${base}/invoices`} shown={shown} t={t} />
        </div>
        {query.notice === 'zip' && (
          <Notice tone="warn">{t('documents.zip.howMany', { most: MOST_IN_ZIP })}</Notice>
        )}
        {page.rows.length === 0 ? (
          <p className="card mt-2 p-5 text-ink-soft">{t(`portal.invoices.empty.${shown}`)}</p>
        ) : (
          <InvoiceList
            key={`${shown} ${query.at} ${ticked}`}
            rows={page.rows}
            base={base}
            pay={cards ? pay.bind(null, business.slug) : null}
            ticked={ticked}
            reader={ctx}
            links={
              <>
                {ticked === 'none'
                  ? tickLink('all', t('portal.invoices.tickAll'))
                  : tickLink(null, t('portal.invoices.untick'))}
                {ticked !== 'unpaid' &&
                  page.rows.some((row) => row.payable) &&
                  tickLink('unpaid', t('portal.invoices.tickUnpaid'))}
              </>
            }
          />
        )}
        <Pages
          newer={page.newer && address({ at: page.newer })}
          older={page.older && address({ at: page.older })}
          t={t}
        />
      </div>
    </PortalShell>
  );
}
