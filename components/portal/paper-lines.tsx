import { exponent } from '@/lib/money/currencies';
import { Money } from './money';
import type { PaperView } from './paper-view';

const COLUMNS = 'sm:grid-cols-[minmax(0,1fr)_5rem_5.75rem_3.25rem_6rem]';

/** The lines of an invoice: five columns on a desk, folded on a phone. */
export function PaperLines({ view }: { view: PaperView }) {
  const { paper, reader, system } = view;
  const { t } = reader;
  return (
    <div className="border-t border-line px-5 sm:px-8">
      <div
        className={`hidden gap-x-3 py-3 text-base text-ink-soft sm:grid ${COLUMNS}`}
        aria-hidden="true"
      >
        <span>{t('portal.invoice.what')}</span>
        <span className="num">{t('pdf.columns.quantity')}</span>
        <span className="num">{t('portal.invoice.price')}</span>
        <span className="num">{t(`pdf.columns.taxRate.${system}`)}</span>
        <span className="num">{t('pdf.columns.amount')}</span>
      </div>
      <ol>
        {paper.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sealed, never reordered
          <Line key={index} line={line} view={view} />
        ))}
      </ol>
    </div>
  );
}

type PaperLine = PaperView['paper']['lines'][number];

function Line({ line, view }: { line: PaperLine; view: PaperView }) {
  const { paper, reader, tax } = view;
  const { t, f } = reader;
  const { currency } = paper;
  const exempt = line.taxCategory === 'EXEMPT' || line.taxCategory === 'OUTSIDE_SCOPE';
  const rate = exempt ? t(`pdf.cell.${line.taxCategory as 'EXEMPT'}`) : f.percent(line.taxRate);
  const quantity = (
    <>
      <bdi dir="ltr">{f.number(trimZeros(line.quantity))}</bdi>
      {line.unit && (
        <>
          {' '}
          <bdi>{line.unit}</bdi>
        </>
      )}
    </>
  );
  const price = (
    <bdi dir="ltr" className="amt">
      {f.number(withDecimals(line.unitPrice, exponent(currency)))}
    </bdi>
  );
  return (
    <li className="border-t border-line py-4 max-sm:first:border-t-0">
      <div className={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 ${COLUMNS}`}>
        <p className="font-medium wrap-anywhere">
          <bdi>{line.description}</bdi>
        </p>
        <p className="num hidden whitespace-normal sm:block">{quantity}</p>
        <p className="num hidden sm:block">{price}</p>
        <p className="num hidden text-ink-soft sm:block">
          <bdi dir="ltr">{rate}</bdi>
        </p>
        <p className="num font-medium">
          <Money f={f} minor={line.amount} currency={currency} plain />
        </p>
      </div>
      {line.details && (
        <p
          className="text-base whitespace-pre-line text-ink-soft wrap-anywhere sm:pe-40"
          dir="auto"
        >
          {line.details}
        </p>
      )}
      {line.discount && (
        <p className="text-base text-ink-soft sm:pe-40">
          {line.discount.label ?? t('pdf.discount')}{' '}
          {line.discount.percent && (
            <>
              <bdi dir="ltr">{f.percent(line.discount.percent)}</bdi>{' '}
            </>
          )}
          (<Money f={f} minor={-BigInt(line.discount.amount)} currency={currency} plain />)
        </p>
      )}
      <p className="text-base text-ink-soft sm:hidden">
        {quantity} × {price}
        {line.taxCategory !== 'OUTSIDE_SCOPE' && (
          <>
            {' · '}
            {exempt ? '' : `${tax} `}
            <bdi dir="ltr">{rate}</bdi>
          </>
        )}
      </p>
    </li>
  );
}

function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** At least the currency's decimals, more where the price has more. */
function withDecimals(decimal: string, least: number): string {
  const [whole = '0', fraction = ''] = trimZeros(decimal).split('.');
  const kept = fraction.padEnd(least, '0');
  return kept ? `${whole}.${kept}` : whole;
}
