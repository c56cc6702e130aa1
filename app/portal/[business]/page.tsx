import type { Metadata } from 'next';
import { Ages } from '@/components/portal/ages';
import { BankDetails, bankFacts } from '@/components/portal/bank-details';
import { InvoiceList, ShownTabs } from '@/components/portal/invoice-list';
import { Money } from '@/components/portal/money';
import { PaymentList } from '@/components/portal/payment-list';
import { SectionTitle } from '@/components/portal/section-title';
import { StatementTable } from '@/components/portal/statement-table';
import { ToPay } from '@/components/portal/to-pay';
import type { PortalContext } from '@/lib/auth/context';
import { takesCards } from '@/lib/businesses/takes-cards';
import { portalPage } from '@/lib/pages/portal-page';
import { type Account, readAccounts } from '@/lib/portal/accounts';
import { currencyName } from '@/lib/portal/currency-name';
import { nameToGreet, timeOfDay } from '@/lib/portal/greeting';
import { homeInvoices, SHOWN } from '@/lib/portal/invoices';
import { paymentPage, paymentsUnderWay } from '@/lib/portal/payments';
import { readStatement } from '@/lib/portal/read-statement';
import { lastLines } from '@/lib/portal/statement';
import { statementTail } from '@/lib/portal/statement-tail';
import { startOfYear } from '@/lib/time/calendar-date';
import { pay } from './actions';
import { PortalShell } from './portal-shell';

const LINES_ON_HOME = 8;
const PAYMENTS_ON_HOME = 4;

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ show?: string; tick?: string; currency?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await portalPage(params);
  return { title: { absolute: ctx.t('portal.title', { business: ctx.business.name }) } };
}

/** The whole relationship at a glance: what is to pay, when it falls due, invoices, statement, payments. */
export default async function PortalHome({ params, searchParams }: Props) {
  const ctx = await portalPage(params);
  const query = await searchParams;
  const shown = SHOWN.find((one) => one === query.show) ?? 'all';
  const { business, t } = ctx;
  const base = `/portal/${business.slug}`;
  const [accounts, invoices, payments, underWay, cards, name] = await Promise.all([
    readAccounts(ctx),
    homeInvoices(ctx, shown),
    paymentPage(ctx, { size: PAYMENTS_ON_HOME }),
    paymentsUnderWay(ctx),
    takesCards(ctx),
    nameToGreet(ctx),
  ]);
  const account = accounts.find(({ currency }) => currency === query.currency) ?? accounts[0];
  if (!account) throw new Error('a client without any account');
  const payHere = cards ? pay.bind(null, business.slug) : null;
  const bank = bankFacts(t, business, null);
  const greeting = timeOfDay(ctx.now(), business.timeZone);
  const ticked = query.tick === 'unpaid' ? 'unpaid' : 'none';
  const tickHref = `${base}?${new URLSearchParams({ ...(shown === 'all' ? {} : { show: shown }), ...(ticked === 'none' ? { tick: 'unpaid' } : {}) })}#invoices`;
  const canTick = invoices.rows.some((row) => row.payable);

  return (
    <PortalShell ctx={ctx} at={base}>
      <p className="text-ink-soft">{t('portal.title', { business: business.name })}</p>
      <h1 className="text-2xl leading-tight font-semibold ltr:tracking-tight">
        {t(`portal.greeting.${greeting}`, { known: name ? 'yes' : 'no', name })}
      </h1>
      <section aria-labelledby="to-pay" className="card mt-6 lg:grid lg:grid-cols-[1.15fr_1fr]">
        <ToPay
          account={account}
          pay={payHere}
          reader={ctx}
          elsewhere={
            bank.length > 0 && (
              <p className="mt-6">
                <a className="btn btn-main btn-pay max-sm:w-full" href="#bank">
                  {t('portal.bank.see')}
                </a>
              </p>
            )
          }
        />
        <Ages account={account} href={`${base}/invoices?show=toPay`} reader={ctx} />
      </section>
      <OtherCurrencies accounts={accounts.filter((one) => one !== account)} base={base} ctx={ctx} />
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <section aria-labelledby="invoices">
            <SectionTitle id="invoices" end={<ShownTabs path={base} shown={shown} t={t} />}>
              {t('portal.invoices.title')}
            </SectionTitle>
            {invoices.rows.length === 0 ? (
              <p className="card mt-2 p-5 text-ink-soft">{t(`portal.invoices.empty.${shown}`)}</p>
            ) : (
              <InvoiceList
                key={`${shown} ${ticked}`}
                rows={invoices.rows}
                base={base}
                pay={payHere}
                ticked={ticked}
                reader={ctx}
                links={
                  <>
                    {canTick && (
                      <a className="link inline-flex min-h-11 items-center" href={tickHref}>
                        {t(
                          ticked === 'none'
                            ? 'portal.invoices.tickUnpaid'
                            : 'portal.invoices.untick',
                        )}
                      </a>
                    )}
                    <a
                      className="link inline-flex min-h-11 items-center"
                      href={`${base}/invoices${shown === 'all' ? '' : `?show=${shown}`}`}
                    >
                      {t('portal.invoices.all', { count: invoices.total })}
                    </a>
                  </>
                }
              />
            )}
          </section>
          <HomeStatement ctx={ctx} account={account} base={base} />
        </div>
        <div className="min-w-0 space-y-10">
          <section aria-labelledby="payments">
            <SectionTitle id="payments">{t('portal.payments.title')}</SectionTitle>
            {payments.rows.length + underWay.length === 0 ? (
              <p className="mt-2 border-t border-line py-3 text-ink-soft">
                {t('portal.payments.empty')}
              </p>
            ) : (
              <>
                <PaymentList underWay={underWay} rows={payments.rows} base={base} reader={ctx} />
                <p className="border-t border-line">
                  <a
                    className="link inline-flex min-h-11 items-center text-base"
                    href={`${base}/payments`}
                  >
                    {t('portal.payments.all')}
                  </a>
                </p>
              </>
            )}
          </section>
          <div id="bank" className="scroll-mt-6">
            <BankDetails
              facts={bank}
              title={t('portal.bank.title')}
              open={!cards}
              className="border-y border-line"
            />
          </div>
        </div>
      </div>
    </PortalShell>
  );
}

/** What is to pay in further currencies, one line each; amounts of two currencies are never added. */
function OtherCurrencies({
  accounts,
  base,
  ctx,
}: {
  accounts: Account[];
  base: string;
  ctx: PortalContext;
}) {
  if (accounts.length === 0) return null;
  const { t, f } = ctx;
  return (
    <ul className="card mt-3 px-5 sm:px-8" aria-label={t('portal.otherCurrencies')}>
      {accounts.map(({ currency, toPay }) => (
        <li key={currency} className="border-t border-line first:border-t-0">
          <a
            href={`${base}?currency=${currency}`}
            className="flex min-h-14 items-center justify-between gap-4 hover:underline"
          >
            <span className="text-ink-soft">
              {t('portal.toPayIn', { currency: currencyName(ctx.locale, currency) })}
            </span>
            <span className="font-semibold">
              <Money f={f} minor={toPay} currency={currency} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

async function HomeStatement({
  ctx,
  account,
  base,
}: {
  ctx: PortalContext;
  account: Account;
  base: string;
}) {
  const { t, f } = ctx;
  const { currency } = account;
  const today = ctx.today();
  const from = startOfYear(today);
  const statement = await readStatement(ctx, { currency, from, to: today });
  const shown = lastLines(statement, LINES_ON_HOME);
  const isWhole = shown.leftOut === 0;
  return (
    <section aria-labelledby="statement" className="mt-10">
      <SectionTitle
        id="statement"
        end={
          <a
            className="link inline-flex min-h-11 items-center text-base"
            href={`${base}/statement?currency=${currency}`}
          >
            {t('portal.statement.whole')}
          </a>
        }
      >
        {t('portal.statement.title')}
      </SectionTitle>
      <p className="text-base text-ink-soft">
        {t('portal.statement.period', {
          from: f.date(from, 'long'),
          to: f.date(today, 'long'),
          currency: currencyName(ctx.locale, currency),
        })}
      </p>
      <StatementTable
        statement={shown}
        currency={currency}
        from={isWhole ? from : (shown.lines[0]?.on ?? from)}
        opening={t(isWhole ? 'portal.statement.opening' : 'portal.statement.forward')}
        tail={statementTail(account, ctx.business.timeZone)}
        base={base}
        reader={ctx}
      />
    </section>
  );
}
