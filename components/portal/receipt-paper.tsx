import { PortalLogo } from '@/components/layout/portal-frame';
import { methodName } from '@/lib/portal/method-name';
import type { readReceipt } from '@/lib/portal/payments';
import { receiptNumber } from '@/lib/portal/receipt-number';
import { Code, LeadMoney, Money } from './money';
import type { Reader } from './reader';

type Receipt = Awaited<ReturnType<typeof readReceipt>>;

/** A receipt on screen and on paper: the amount, how it came, and what it settles; together they are the amount. */
export function ReceiptPaper({
  receipt,
  business,
  client,
  logo,
  base,
  reader,
}: {
  receipt: Receipt;
  business: { name: string; legalName: string; taxId: string };
  client: string;
  logo: string | null;
  base: string;
  reader: Reader;
}) {
  const { t, f } = reader;
  const { currency, amount, settled, returned, credit, state } = receipt;
  const plain = (minor: bigint) => <Money f={f} minor={minor} currency={currency} plain />;
  const facts = [
    { label: t('portal.receipt.number'), value: <Code>{receiptNumber(receipt.id)}</Code> },
    { label: t('portal.receipt.from'), value: <bdi>{client}</bdi> },
    { label: t('portal.receipt.to'), value: <bdi>{business.legalName || business.name}</bdi> },
    { label: t('portal.receipt.receivedOn'), value: f.date(receipt.receivedOn, 'long') },
    {
      label: t('portal.receipt.method'),
      value: <bdi>{methodName(t, receipt.method, receipt.methodDetail)}</bdi>,
    },
    ...(receipt.reference
      ? [{ label: t('portal.receipt.reference'), value: <bdi>{receipt.reference}</bdi> }]
      : []),
  ];
  return (
    <article className="card">
      <div className="p-5 sm:p-8">
        <div className="flex min-w-0 items-center gap-3">
          <PortalLogo name={business.name} logo={logo} />
          <p className="font-semibold wrap-anywhere">{business.name}</p>
        </div>
        <h1 className="mt-6 text-2xl leading-tight font-semibold ltr:tracking-tight">
          {t('portal.receipt.title')}
        </h1>
        <p
          className={`mt-1 text-3xl leading-snug font-semibold ${state === 'undone' ? 'line-through' : ''}`}
        >
          <LeadMoney f={f} minor={amount} currency={currency} />
        </p>
        {state !== 'received' && (
          <p className="mt-1 text-ink-soft">{t(`portal.payments.state.${state}`)}</p>
        )}
        <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-3 border-t border-line pt-4 text-base sm:grid-cols-3">
          {facts.map(({ label, value }) => (
            <div key={label} className="min-w-0 wrap-anywhere">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="mt-0.5">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="border-t border-line p-5 sm:px-8">
        <h2 className="text-base text-ink-soft">{t('portal.receipt.settles')}</h2>
        <ul className="mt-1">
          {settled.map((part) => (
            <li
              key={part.id}
              className="flex items-baseline justify-between gap-4 border-t border-line py-3 first:border-t-0"
            >
              <span className="min-w-0">
                <a
                  className="-my-1 inline-block py-1 wrap-anywhere hover:underline"
                  href={`${base}/invoices/${part.id}`}
                >
                  {part.title || part.number}
                </a>
                <span className="block text-base text-ink-soft">
                  <Code>{part.number}</Code>
                </span>
              </span>
              <span>{plain(part.amount)}</span>
            </li>
          ))}
          {credit > 0n && <Rest label={t('portal.receipt.credit')}>{plain(credit)}</Rest>}
          {returned > 0n && <Rest label={t('portal.receipt.returned')}>{plain(returned)}</Rest>}
        </ul>
        <p className="flex justify-between gap-4 border-t-2 border-ink pt-3 font-semibold">
          <span>{t('pdf.receipt.total')}</span>
          <Money f={f} minor={amount} currency={currency} />
        </p>
      </div>
    </article>
  );
}

function Rest({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <li className="flex items-baseline justify-between gap-4 border-t border-line py-3 text-ink-soft first:border-t-0">
      <span>{label}</span>
      {children}
    </li>
  );
}
