import { Amount } from '@/components/ui/amount';
import { cx } from '@/components/ui/class-names';
import { paperFigures } from '@/lib/documents/pdf/figures';
import type { Paper } from '@/lib/documents/pdf/paper';
import { formatter } from '@/lib/i18n/format';

/** The tax by rate at the start, the sums that lead to the amount due at the end. */
export function PaperTotals({ paper }: { paper: Paper }) {
  const figures = paperFigures(paper);
  const { t, tax, system, amount, takenOff, date, embed, percent } = figures;
  const f = formatter({ locale: paper.locale, timeZone: 'UTC', country: paper.seller.country });
  const discount = paper.documentDiscount;
  const isInvoice = paper.kind === 'INVOICE';
  const rows: { label: string; value: string }[] = [
    { label: t('pdf.subtotal'), value: amount(paper.subtotal) },
  ];
  if (discount) {
    const name = discount.label === null ? t('pdf.discount') : embed(discount.label);
    const label =
      discount.percent === null
        ? name
        : t('pdf.discountPercent', { label: name, percent: percent(discount.percent) });
    rows.push({ label, value: takenOff(paper.discountTotal) });
  }
  if (discount || paper.pricesIncludeTax) {
    rows.push({ label: t('pdf.net'), value: amount(paper.netTotal) });
  }
  rows.push({ label: tax, value: amount(paper.taxTotal) });
  return (
    <div className="sum paper-sum">
      <div className="computed">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('pdf.summary.rate')}</th>
              <th scope="col" className="num">
                {t('pdf.summary.net')}
              </th>
              <th scope="col" className="num">
                {t(`pdf.summary.tax.${system}`)}
              </th>
              <th scope="col" className="num">
                {t('pdf.summary.gross')}
              </th>
            </tr>
          </thead>
          <tbody>
            {paper.taxGroups.map((group) => (
              <tr key={`${group.category} ${group.rate}`}>
                <td>{figures.rateName(group.rate, group.category)}</td>
                <td className="num">{amount(group.base)}</td>
                <td className="num">{amount(group.tax)}</td>
                <td className="num">{amount(group.gross)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {notes(paper).map((note) => (
          <p className="meta" key={note}>
            {note}
          </p>
        ))}
      </div>
      <dl className="totals">
        {rows.map(({ label, value }) => (
          <div className="contents" key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
        <dt className={cx('subgrand', !isInvoice && 'grand')}>{t('pdf.total')}</dt>
        <dd className={cx('num subgrand', !isInvoice && 'grand')}>
          <Amount parts={f.moneyParts(paper.total, paper.currency)} />
        </dd>
        {paper.paid.map((payment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two payments may share day and amount
          <div className="contents" key={index}>
            <dt>
              {payment.method
                ? t('pdf.paidBy', { date: date(payment.on), method: embed(payment.method) })
                : t('pdf.paid', { date: date(payment.on) })}
            </dt>
            <dd className="num">{takenOff(payment.amount)}</dd>
          </div>
        ))}
        {isInvoice && (
          <>
            <dt className="grand">{t('pdf.amountDue')}</dt>
            <dd className="num grand">
              <Amount parts={f.moneyParts(paper.amountDue, paper.currency)} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** What the law wants said about groups without tax, and which currency all this is in. */
function notes(paper: Paper): string[] {
  const { t, tax, embed, currencyName } = paperFigures(paper);
  const said = paper.taxGroups.flatMap(({ category, exemptionReason }) => {
    const reason = exemptionReason ? [embed(exemptionReason)] : [];
    if (category === 'STANDARD' || category === 'ZERO') return reason;
    return [[t(`pdf.exempt.${category}`, { tax }), ...reason].join(' ')];
  });
  if (paper.pricesIncludeTax) said.push(t('pdf.includesTax', { tax }));
  said.push(t('pdf.currency', { name: currencyName(), code: embed(paper.currency) }));
  return said;
}
