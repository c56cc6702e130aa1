import { Pencil, Plus } from 'lucide-react';
import Link from 'next/link';
import { Panel } from '@/components/layout/section';
import { PrintedAddress } from '@/components/places/printed-address';
import { Ltr, MailAddress } from '@/components/ui/amount';
import { LinkButton } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Meter } from '@/components/ui/meter';
import type { Party } from '@/lib/db/generated/client';
import { LANGUAGE_NAMES, type Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { completeness, type Fact, factKey } from '@/lib/parties/completeness';
import { requiredOf } from '@/lib/parties/required-fields';
import { addressLines } from '@/lib/places/address';
import { displayPhone, phoneHref } from '@/lib/places/phone';
import { displayTaxId, taxIdName } from '@/lib/places/tax-id';

/** The fields of the form that fill a fact. */
const FIELD: Partial<Record<Fact, string>> = { name: 'companyName', contactPerson: 'contacts' };

/** How much of what is recommended is there, and a way to each thing that is missing, what the owner requires first. */
export function ProfileMeter({
  party,
  hasContact,
  requiredFields,
  editHref,
  t,
}: {
  party: Party;
  hasContact: boolean;
  /** What the owner asks of new clients. */
  requiredFields: readonly string[];
  /** Null for a reader who may not change anything. */
  editHref: string | null;
  t: T;
}) {
  const { done, of, missing } = completeness({ ...party, hasContact });
  const required: readonly Fact[] = requiredOf(requiredFields, party);
  const wanted = missing
    .filter((fact) => fact !== 'contactPerson')
    .sort((a, b) => Number(required.includes(b)) - Number(required.includes(a)));
  return (
    <Panel
      plain
      title={t('clients.profile.title')}
      end={<span className="meta">{t('clients.profile.done', { done, of })}</span>}
    >
      <Meter value={done} max={of} label={t('clients.profile.title')} />
      {editHref && wanted.length > 0 && (
        <div className="mt-2.5 flex flex-wrap gap-1.5">
          {wanted.map((fact) => (
            <Link
              key={fact}
              href={`${editHref}#${FIELD[fact] ?? fact}`}
              prefetch={false}
              className="chip add"
            >
              <Plus className="icon icon-sm" aria-hidden="true" />
              {required.includes(fact)
                ? t('clients.profile.required', { fact: t(factKey(fact)) })
                : t(factKey(fact))}
            </Link>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** What is taken over by each new invoice, and how to reach the client. */
export function ClientFacts({
  party,
  business,
  editHref,
  locale,
  days,
  t,
}: {
  party: Party;
  business: { country: string; paymentTermsDays: number };
  editHref: string | null;
  locale: Locale;
  /** '30 days'. */
  days: (days: number) => string;
  t: T;
}) {
  const lines = addressLines(party, { from: business.country, locale });
  const tel = party.phone ? phoneHref(party.phone) : null;
  const terms = party.paymentTermsDays ?? business.paymentTermsDays;
  return (
    <Panel
      plain
      title={t('clients.facts.title')}
      end={
        editHref && (
          <LinkButton variant="ghost" size="sm" href={editHref} icon={<Pencil />}>
            {t('clients.facts.edit')}
          </LinkButton>
        )
      }
    >
      <Facts
        facts={[
          {
            label: t('clients.facts.email'),
            value: party.email && (
              <a className="link font-normal" href={`mailto:${party.email}`}>
                <MailAddress>{party.email}</MailAddress>
              </a>
            ),
          },
          {
            label: t('clients.facts.phone'),
            value: party.phone && (
              <a className="link font-normal" href={tel ?? undefined}>
                <Ltr className="fig">{displayPhone(party.phone, business.country)}</Ltr>
              </a>
            ),
          },
          {
            label: t('clients.facts.billTo'),
            value: lines.length > 0 && <PrintedAddress lines={lines} />,
          },
          {
            label: taxIdName(party.country, locale),
            value: party.taxId && <Ltr>{displayTaxId(party.country, party.taxId)}</Ltr>,
          },
          {
            label: t('clients.facts.terms'),
            value:
              terms === 0
                ? t('clients.facts.atOnce')
                : t('clients.facts.fromInvoice', { days: days(terms) }),
          },
          { label: t('clients.facts.currency'), value: party.currency },
          { label: t('clients.facts.language'), value: LANGUAGE_NAMES[party.locale] },
        ].map(({ label, value }) => ({ label, value: value || null }))}
      />
    </Panel>
  );
}
