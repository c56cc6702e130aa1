import type { ReactNode } from 'react';
import { PortalLogo } from '@/components/layout/portal-frame';
import { taxSystem } from '@/lib/documents/pdf/tax-system';
import type { DocumentSnapshot } from '@/lib/documents/snapshot';
import { displayTaxId, taxIdName } from '@/lib/places/tax-id';
import { Code } from './money';
import { PaperLines } from './paper-lines';
import { type PaperPaid, PaperTotals } from './paper-totals';
import type { PaperView } from './paper-view';
import type { Reader } from './reader';

/** The invoice on screen, from what was frozen when it was issued; below its total what has been paid since. */
export function InvoicePaper({
  paper,
  title,
  logo,
  paid,
  due,
  computed,
  payButton,
  reader,
}: {
  paper: DocumentSnapshot;
  title: string;
  logo: string | null;
  paid: PaperPaid[];
  /** What is still open, in minor units; null on a void invoice. */
  due: bigint | null;
  computed: ReactNode;
  payButton: ReactNode;
  reader: Reader;
}) {
  const { t } = reader;
  const system = taxSystem(paper.seller.country);
  const view: PaperView = { paper, reader, system, tax: t(`pdf.tax.${system}`) };
  const { seller } = paper;
  return (
    <article className="card" aria-labelledby="paper-title">
      <div className="p-5 sm:p-8">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="flex min-w-0 items-center gap-3">
            <PortalLogo name={seller.name} logo={logo} />
            <p className="font-semibold wrap-anywhere">{seller.name}</p>
          </div>
          <div className="min-w-0 sm:text-end">
            <h2 id="paper-title" className="text-xl font-semibold">
              {t('portal.invoice.name')} <Code>{paper.number ?? ''}</Code>
            </h2>
            {title && <p className="text-base text-ink-soft wrap-anywhere">{title}</p>}
          </div>
        </div>
        <Parties view={view} />
        <Dates view={view} />
      </div>
      <PaperLines view={view} />
      <PaperTotals view={view} paid={paid} due={due} computed={computed} payButton={payButton} />
      <Terms paper={paper} reader={reader} />
    </article>
  );
}

function Parties({ view: { paper, reader } }: { view: PaperView }) {
  const { t } = reader;
  const { seller, buyer } = paper;
  const id = ({ taxIdLabel, taxId, country }: typeof seller | typeof buyer) => {
    if (!taxId) return [];
    const label = taxIdLabel ?? taxIdName(country ?? '', reader.locale);
    return [{ label, value: displayTaxId(country ?? '', taxId) }];
  };
  return (
    <div className="mt-7 grid gap-6 sm:grid-cols-2">
      <Party
        label={t('pdf.from')}
        name={seller.legalName ?? seller.name}
        lines={seller.addressLines}
        ids={[
          ...id(seller),
          ...(seller.registrationId
            ? [{ label: t('pdf.registrationId'), value: seller.registrationId }]
            : []),
        ]}
      />
      <Party
        label={t('portal.invoice.to')}
        name={buyer.name}
        lines={[
          ...(buyer.contactName ? [t('pdf.contact', { name: buyer.contactName })] : []),
          ...buyer.addressLines,
        ]}
        ids={id(buyer)}
      />
    </div>
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
  ids: { label: string; value: string }[];
}) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="text-base text-ink-soft">{label}</p>
      <p className="mt-1 font-medium">
        <bdi>{name}</bdi>
      </p>
      <p className="text-base text-ink-soft">
        {lines.map((line) => (
          <span key={line} className="block">
            <bdi>{line}</bdi>
          </span>
        ))}
      </p>
      {ids.map((fact) => (
        <p key={fact.label} className="mt-1 text-base">
          <span className="text-ink-soft">{fact.label}</span> <Code>{fact.value}</Code>
        </p>
      ))}
    </div>
  );
}

function Dates({ view: { paper, reader } }: { view: PaperView }) {
  const { t, f } = reader;
  const { issueOn, dueOn, deliveryOn, periodFrom, periodTo, reference } = paper;
  const facts = [
    issueOn && { label: t('pdf.issued'), value: f.date(issueOn, 'long') },
    dueOn && { label: t('pdf.due'), value: f.date(dueOn, 'long') },
    deliveryOn && { label: t('pdf.supplied'), value: f.date(deliveryOn, 'long') },
    periodFrom && periodTo && { label: t('pdf.period'), value: f.dateRange(periodFrom, periodTo) },
    reference && { label: t('pdf.reference'), value: <bdi>{reference}</bdi> },
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <dl className="mt-7 grid grid-cols-2 gap-x-6 gap-y-3 border-t border-line pt-4 text-base sm:grid-cols-4">
      {facts.map(({ label, value }) => (
        <div key={label} className="min-w-0 wrap-anywhere">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="mt-0.5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Terms({ paper, reader }: { paper: DocumentSnapshot; reader: Reader }) {
  const { t } = reader;
  const terms = [paper.paymentTermsText, paper.terms].filter(Boolean).join('\n');
  const texts = [
    { label: t('pdf.notes'), text: paper.notes ?? '' },
    { label: t('pdf.terms'), text: terms },
  ].filter(({ text }) => text);
  return texts.map(({ label, text }) => (
    <div key={label} className="border-t border-line p-5 text-base sm:px-8">
      <h3 className="font-normal">{label}</h3>
      <p className="text-pretty whitespace-pre-line text-ink-soft wrap-anywhere" dir="auto">
        {text}
      </p>
    </div>
  ));
}
