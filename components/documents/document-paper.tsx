import type { ReactNode } from 'react';
import { PrintedAddress } from '@/components/places/printed-address';
import { cx } from '@/components/ui/class-names';
import { paperFigures } from '@/lib/documents/pdf/figures';
import type { Paper, PaperLine } from '@/lib/documents/pdf/paper';
import { direction, htmlLang } from '@/lib/i18n/locale';
import { PaperClosing } from './paper-closing';
import { PaperTotals } from './paper-totals';
import './document-paper.css';

/**
 * A document on screen as its PDF shows it: in the document's own language and direction, whoever reads it. `logo` is
 * the address of the sender's picture; without one their name stands alone. Staff and portal share it.
 */
export function DocumentPaper({ paper, logo = null }: { paper: Paper; logo?: string | null }) {
  const figures = paperFigures(paper);
  const { t } = figures;
  const { seller, buyer } = paper;
  return (
    <article
      className={cx('paper document-paper', paper.stamp === 'VOID' && 'is-void')}
      lang={htmlLang(paper.locale)}
      dir={direction(paper.locale)}
      aria-label={[t(`pdf.kind.${paper.kind}`), paper.number].filter(Boolean).join(' ')}
    >
      {paper.stamp && <p className="paper-stamp">{t(`pdf.stamp.${paper.stamp}`)}</p>}
      <header className="paper-top" style={{ borderBlockEndColor: paper.brandColor }}>
        <div className="flex min-w-0 items-center gap-2 font-semibold">
          {logo ? (
            // biome-ignore lint/performance/noImgElement: a small file of our own, already the right size
            <img src={logo} alt={seller.name} className="max-h-10" />
          ) : (
            <span dir="auto">{seller.name}</span>
          )}
        </div>
        <div className="text-end">
          <h2 className="paper-kind">{t(`pdf.kind.${paper.kind}`)}</h2>
          {paper.number && <bdi dir="ltr">{paper.number}</bdi>}
        </div>
      </header>
      <div className="paper-parties">
        <Party
          label={t('pdf.from')}
          name={seller.legalName ?? seller.name}
          lines={seller.addressLines}
          ids={[
            figures.taxId(seller),
            seller.registrationId
              ? { label: t('pdf.registrationId'), value: seller.registrationId }
              : null,
          ]}
        />
        <Party
          label={t(`pdf.to.${paper.kind}`)}
          name={buyer.name}
          lines={[
            ...(buyer.contactName ? [t('pdf.contact', { name: buyer.contactName })] : []),
            ...buyer.addressLines,
          ]}
          ids={[figures.taxId(buyer)]}
        />
        <Dates paper={paper} />
      </div>
      <Lines paper={paper} />
      <PaperTotals paper={paper} />
      <PaperClosing paper={paper} />
    </article>
  );
}

function Party({
  label,
  name,
  lines,
  ids,
}: {
  label: string;
  name: string;
  lines: string[];
  ids: ({ label: string; value: string } | null)[];
}) {
  return (
    <div className="min-w-0">
      <div className="meta">{label}</div>
      <div className="font-semibold">
        <bdi>{name}</bdi>
      </div>
      <PrintedAddress lines={lines} />
      {ids.map(
        (id) =>
          id && (
            <div key={id.label}>
              <span className="text-ink-soft">{id.label}</span> <bdi dir="ltr">{id.value}</bdi>
            </div>
          ),
      )}
    </div>
  );
}

function Dates({ paper }: { paper: Paper }) {
  const { t, date, dateRange } = paperFigures(paper);
  const facts: [string, ReactNode][] = [
    [t('pdf.issued'), paper.issueOn && date(paper.issueOn)],
    [t(paper.kind === 'ESTIMATE' ? 'pdf.validUntil' : 'pdf.due'), paper.dueOn && date(paper.dueOn)],
    [t('pdf.supplied'), paper.deliveryOn && date(paper.deliveryOn)],
    [
      t('pdf.period'),
      paper.periodFrom && paper.periodTo && dateRange(paper.periodFrom, paper.periodTo),
    ],
    [t('pdf.reference'), paper.reference && <bdi>{paper.reference}</bdi>],
    [
      t('pdf.corrects'),
      paper.corrects &&
        t('pdf.correctsInvoice', {
          number: paper.corrects.number,
          date: date(paper.corrects.issueOn),
        }),
    ],
  ];
  return (
    <dl className="facts paper-facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Lines({ paper }: { paper: Paper }) {
  const { t, system, quantity, unitPrice, rateCell, amount } = paperFigures(paper);
  return (
    <table className="lines paper-lines">
      <thead>
        <tr>
          <th scope="col">{t('pdf.columns.description')}</th>
          <th scope="col" className="num">
            {t('pdf.columns.quantity')}
          </th>
          <th scope="col" className="num">
            {t('pdf.columns.unitPrice')}
          </th>
          <th scope="col" className="num">
            {t(`pdf.columns.taxRate.${system}`)}
          </th>
          <th scope="col" className="num">
            {t('pdf.columns.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {paper.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sealed document's lines never change places
          <tr key={index}>
            <td>
              <div className="font-medium">
                <bdi>{line.description}</bdi>
              </div>
              {line.details && (
                <div className="meta whitespace-pre-line">
                  <bdi>{line.details}</bdi>
                </div>
              )}
              <Discount paper={paper} line={line} />
            </td>
            <td className="num" data-label={t('pdf.columns.quantity')}>
              {quantity(line.quantity)} {line.unit && <bdi>{line.unit}</bdi>}
            </td>
            <td className="num" data-label={t('pdf.columns.unitPrice')}>
              {unitPrice(line.unitPrice)}
            </td>
            <td className="num text-ink-soft" data-label={t(`pdf.columns.taxRate.${system}`)}>
              {rateCell(line.taxRate, line.taxCategory)}
            </td>
            <td className="num">{amount(line.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Discount({ paper, line }: { paper: Paper; line: PaperLine }) {
  if (!line.discount) return null;
  const { t, takenOff, percent, embed } = paperFigures(paper);
  const label = line.discount.label === null ? t('pdf.discount') : embed(line.discount.label);
  const amount = takenOff(line.discount.amount);
  return (
    <div className="meta">
      {line.discount.percent === null
        ? t('pdf.discountLine', { label, amount })
        : t('pdf.discountPercentLine', { label, percent: percent(line.discount.percent), amount })}
    </div>
  );
}
