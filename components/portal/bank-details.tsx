import { ChevronDown, Landmark } from 'lucide-react';
import type { T } from '@/lib/i18n/translate';
import { displayIban } from '@/lib/places/iban';

export type BankFact = { label: string; value: string };

export type BankColumns = {
  country: string;
  bankAccountName: string;
  bankName: string;
  bankIban: string;
  bankBic: string;
  bankAccountNumber: string;
  bankRoutingCode: string;
};

const ROUTING: Record<string, 'sortCode' | 'routingNumber' | 'bsb'> = {
  GB: 'sortCode',
  IE: 'sortCode',
  US: 'routingNumber',
  AU: 'bsb',
};

/** Where to send a transfer: what the business gave, with the words of its country. Empty when it gave nothing. */
export function bankFacts(t: T, business: BankColumns, reference: string | null): BankFact[] {
  const routing = ROUTING[business.country] ?? 'routingCode';
  const facts = [
    { label: t('pdf.bank.accountName'), value: business.bankAccountName },
    { label: t('pdf.bank.bankName'), value: business.bankName },
    { label: t(`pdf.bank.${routing}`), value: business.bankRoutingCode },
    { label: t('pdf.bank.accountNumber'), value: business.bankAccountNumber },
    { label: t('pdf.bank.iban'), value: displayIban(business.bankIban) },
    { label: t('pdf.bank.bic'), value: business.bankBic },
  ].filter(({ value }) => value);
  if (!business.bankIban && !business.bankAccountNumber) return [];
  return reference ? [...facts, { label: t('pdf.bank.reference'), value: reference }] : facts;
}

/** Bank details behind a line that opens; open at once where a transfer is the only way to pay. */
export function BankDetails({
  facts,
  title,
  open,
  className,
}: {
  facts: BankFact[];
  title: string;
  open?: boolean;
  className?: string;
}) {
  if (facts.length === 0) return null;
  return (
    <details className={className} open={open}>
      <summary className="flex min-h-12 items-center gap-3 hover:underline">
        <Landmark className="size-5 shrink-0 text-ink-soft" aria-hidden="true" />
        {title}
        <ChevronDown className="ms-auto size-5 shrink-0 text-ink-soft" aria-hidden="true" />
      </summary>
      <BankList facts={facts} className="ps-8 pb-4 text-base" />
    </details>
  );
}

export function BankList({ facts, className }: { facts: BankFact[]; className?: string }) {
  return (
    <dl className={className}>
      {facts.map(({ label, value }) => (
        <div key={label} className="py-1">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="tabular-nums wrap-anywhere">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
