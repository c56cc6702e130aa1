import { Calculator } from 'lucide-react';
import type { ReactNode } from 'react';
import { taxLabel } from '@/lib/documents/tax-label';
import { Money } from './money';
import type { PaperView } from './paper-view';

/** One column for all amounts: as wide as the widest, so that their decimals line up in both directions. */
const SUM = 'col-span-2 grid grid-cols-subgrid gap-x-4';

/** A payment that settles part of the invoice: what it is called, and how much. */
export type PaperPaid = { id: string; label: string; amount: bigint };

/** From the subtotal to what is due, with the button once more below it on a phone. */
export function PaperTotals({
  view,
  paid,
  due,
  computed,
  payButton,
}: {
  view: PaperView;
  paid: PaperPaid[];
  due: bigint | null;
  computed: ReactNode;
  payButton: ReactNode;
}) {
  const { paper, reader } = view;
  const { t, f } = reader;
  const { currency } = paper;
  const plain = (minor: bigint | string) => <Money f={f} minor={minor} currency={currency} plain />;
  return (
    <div className="border-t border-line p-5 sm:flex sm:justify-end sm:p-8">
      <div className="w-full sm:w-80">
        <dl className="grid grid-cols-[minmax(0,1fr)_auto]">
          <Sum label={t('pdf.subtotal')}>{plain(paper.subtotal)}</Sum>
          {paper.documentDiscount && (
            <Sum label={paper.documentDiscount.label ?? t('pdf.discount')}>
              {plain(-BigInt(paper.documentDiscount.amount))}
            </Sum>
          )}
          {paper.taxGroups.map((group) => (
            <Sum
              key={`${group.category} ${group.rate}`}
              label={
                <>
                  {rateName(view, group)}{' '}
                  <span className="text-base">
                    {t('portal.invoice.on', { amount: f.moneyPlain(group.base, currency) })}
                  </span>
                </>
              }
            >
              {plain(group.tax)}
            </Sum>
          ))}
          <div className={`mt-1 border-t border-line py-2 font-medium ${SUM}`}>
            <dt>{t('pdf.total')}</dt>
            <dd className="num">
              <Money f={f} minor={paper.total} currency={currency} />
            </dd>
          </div>
          {paid.map((payment) => (
            <Sum key={payment.id} label={payment.label}>
              {plain(-payment.amount)}
            </Sum>
          ))}
          {due !== null && (
            <div className="col-span-2 mt-1 flex items-baseline justify-between gap-4 border-t-2 border-ink pt-3 text-xl font-semibold">
              <dt>{t('pdf.amountDue')}</dt>
              <dd>
                <Money f={f} minor={due} currency={currency} />
              </dd>
            </div>
          )}
        </dl>
        {payButton}
        <details className="mt-2">
          <summary className="inline-flex min-h-11 items-center gap-1.5 text-base text-ink-soft">
            <Calculator className="size-4 shrink-0" aria-hidden="true" />
            <span className="underline decoration-line-strong underline-offset-4">
              {t('portal.computed.title')}
            </span>
          </summary>
          <div className="text-base text-pretty text-ink-soft">{computed}</div>
        </details>
        <TaxNotes view={view} />
      </div>
    </div>
  );
}

function Sum({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={`py-1 text-ink-soft ${SUM}`}>
      <dt className="min-w-0">{label}</dt>
      <dd className="num">{children}</dd>
    </div>
  );
}

type Group = PaperView['paper']['taxGroups'][number];

/** 'VAT 20%', 'Reverse charge'. */
function rateName({ reader, tax }: PaperView, group: Group): ReactNode {
  const { t, f } = reader;
  if (group.category !== 'STANDARD' && group.category !== 'ZERO') {
    return t(`pdf.category.${group.category}`);
  }
  return <bdi>{taxLabel(group.name || tax, f.percent(group.rate))}</bdi>;
}

/** What the law wants said about amounts without tax. */
function TaxNotes({ view: { paper, reader, tax } }: { view: PaperView }) {
  const { t } = reader;
  const notes = paper.taxGroups.flatMap(({ category, exemptionReason }) => [
    ...(category === 'STANDARD' || category === 'ZERO'
      ? []
      : [t(`pdf.exempt.${category}`, { tax })]),
    ...(exemptionReason ? [exemptionReason] : []),
  ]);
  if (paper.pricesIncludeTax) notes.push(t('pdf.includesTax', { tax }));
  return notes.map((note) => (
    <p key={note} className="mt-1 text-base text-ink-soft" dir="auto">
      {note}
    </p>
  ));
}
