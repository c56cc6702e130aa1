import type { Metadata } from 'next';
import { SectionTitle } from '@/components/portal/section-title';
import { StatementTable } from '@/components/portal/statement-table';
import { portalPage } from '@/lib/pages/portal-page';
import { readAccounts } from '@/lib/portal/accounts';
import { currencyName } from '@/lib/portal/currency-name';
import { choosePeriod } from '@/lib/portal/period';
import { readStatement } from '@/lib/portal/read-statement';
import { lastLines, MOST_LINES } from '@/lib/portal/statement';
import { statementTail } from '@/lib/portal/statement-tail';
import { PortalShell } from '../portal-shell';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ period?: string; from?: string; to?: string; currency?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  return { title: { absolute: `${ctx.t('portal.statement.title')} · ${ctx.business.name}` } };
}

/** Everything between the client and the business in a period, line by line; prints as a paper. */
export default async function PortalStatement({ params, searchParams }: Props) {
  const ctx = await portalPage(params);
  const query = await searchParams;
  const { business, party, t, f } = ctx;
  const base = `/portal/${business.slug}`;
  const today = ctx.today();
  const { from, to, chosen } = choosePeriod(query, today);
  const accounts = await readAccounts(ctx);
  const account = accounts.find(({ currency }) => currency === query.currency) ?? accounts[0];
  if (!account) throw new Error('a client without any account');
  const { currency } = account;
  const statement = await readStatement(ctx, { currency, from, to });
  const shown = lastLines(statement, MOST_LINES);
  const isWhole = shown.leftOut === 0;
  const address = (changes: Record<string, string>) =>
    `${base}/statement?${new URLSearchParams({ currency, ...changes })}`;
  const tab = (current: boolean, href: string, label: string) => (
    <a
      key={href}
      href={href}
      aria-current={current ? 'page' : undefined}
      className="inline-flex min-h-11 items-center pe-5 text-ink-soft aria-[current]:font-medium aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8"
    >
      {label}
    </a>
  );
  return (
    <PortalShell ctx={ctx} at={`${base}/statement`}>
      <div className="mx-auto max-w-3xl">
        <h1 className="text-2xl leading-tight font-semibold ltr:tracking-tight">
          {t('portal.statement.title')}
        </h1>
        <p className="mt-1 text-ink-soft">
          <bdi>{party.displayName}</bdi>
        </p>
        <nav className="no-print mt-4 flex flex-wrap" aria-label={t('portal.statement.periods')}>
          {tab(chosen === 'thisYear', address({}), t('portal.statement.thisYear'))}
          {tab(
            chosen === 'lastYear',
            address({ period: 'lastYear' }),
            t('portal.statement.lastYear'),
          )}
          {accounts.length > 1 &&
            accounts.map((one) =>
              tab(
                one === account,
                `${base}/statement?${new URLSearchParams({ ...(chosen === 'custom' ? { from, to } : { period: chosen }), currency: one.currency })}`,
                one.currency,
              ),
            )}
        </nav>
        <form
          method="get"
          action={`${base}/statement`}
          className="no-print mt-2 grid grid-cols-2 items-end gap-3 sm:flex"
        >
          <input type="hidden" name="currency" value={currency} />
          <DayField name="from" label={t('portal.statement.from')} value={from} />
          <DayField name="to" label={t('portal.statement.to')} value={to} />
          <button type="submit" className="btn max-sm:col-span-2">
            {t('portal.statement.show')}
          </button>
          <a
            className="btn max-sm:col-span-2"
            href={`${base}/statement/pdf?${new URLSearchParams({ currency, from, to })}`}
            download
          >
            {t('portal.invoice.pdf')}
          </a>
        </form>
        <section aria-labelledby="period" className="mt-6">
          <SectionTitle id="period">
            {t('portal.statement.period', {
              from: f.date(from, 'long'),
              to: f.date(to, 'long'),
              currency: currencyName(ctx.locale, currency),
            })}
          </SectionTitle>
          {!isWhole && (
            <p className="text-base text-ink-soft">
              {t('portal.statement.shortened', { count: MOST_LINES })}
            </p>
          )}
          <StatementTable
            statement={shown}
            currency={currency}
            from={isWhole ? from : (shown.lines[0]?.on ?? from)}
            opening={t(isWhole ? 'portal.statement.opening' : 'portal.statement.forward')}
            tail={to >= today ? statementTail(account, business.timeZone) : null}
            base={base}
            reader={ctx}
          />
          {statement.lines.length === 0 && (
            <p className="mt-3 text-base text-ink-soft">{t('portal.statement.empty')}</p>
          )}
        </section>
      </div>
    </PortalShell>
  );
}

function DayField({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="min-w-0 text-base text-ink-soft">
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value}
        required
        className="input mt-1 block w-full text-ink"
      />
    </label>
  );
}
