import { View } from '@react-pdf/renderer';
import { GAP, HAIRLINE, ruleBelow, SMALL, SOFT } from './look';
import type { Press } from './press';
import { taxIdKind } from './tax-system';

/** Who invoices whom, both with their tax ids, and the dates. */
export function Parties({ press }: { press: Press }) {
  const { paper, kit, figures } = press;
  const { seller, buyer } = paper;
  const { t } = figures;
  const { Row } = kit;
  const ids = (kind: string | null, taxId: string | null, country: string | null): Fact[] =>
    taxId ? [{ label: kind ?? t(`pdf.taxId.${taxIdKind(country)}`), value: taxId }] : [];
  return (
    <Row style={{ marginTop: 15, gap: GAP }}>
      <Party
        press={press}
        label={t('pdf.from')}
        name={seller.legalName ?? seller.name}
        lines={seller.addressLines}
        ids={[
          ...ids(seller.taxIdLabel, seller.taxId, seller.country),
          ...(seller.registrationId
            ? [{ label: t('pdf.registrationId'), value: seller.registrationId }]
            : []),
        ]}
        mail={seller.email}
      />
      <Party
        press={press}
        label={t(`pdf.to.${paper.kind}`)}
        name={buyer.name}
        lines={[
          ...(buyer.contactName ? [t('pdf.contact', { name: buyer.contactName })] : []),
          ...buyer.addressLines,
        ]}
        ids={ids(buyer.taxIdLabel, buyer.taxId, buyer.country)}
        mail={buyer.email}
      />
      <Dates press={press} />
    </Row>
  );
}

interface Fact {
  label: string;
  value: string;
}

interface PartyProps {
  press: Press;
  label: string;
  name: string;
  lines: string[];
  ids: Fact[];
  mail: string | null;
}

function Party({ press, label, name, lines, ids, mail }: PartyProps) {
  const { T } = press.kit;
  return (
    <View style={{ flex: 1 }}>
      <T size={SMALL} color={SOFT} style={{ marginBottom: 2 }}>
        {label}
      </T>
      <T weight={600} dir="auto">
        {name}
      </T>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <T key={index} dir="auto">
          {line}
        </T>
      ))}
      {ids.map((id, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <T key={index} style={{ marginTop: 2 }}>
          {[{ text: `${id.label} `, color: SOFT }, press.figures.embed(id.value)]}
        </T>
      ))}
      {mail && (
        <T dir="auto" color={SOFT} style={{ marginTop: 2 }}>
          {mail}
        </T>
      )}
    </View>
  );
}

function Dates({ press }: { press: Press }) {
  const { T, Row } = press.kit;
  return (
    <View style={{ width: 148 }}>
      {dateFacts(press).map(({ label, value }, index) => (
        <Row
          key={label}
          style={{
            justifyContent: 'space-between',
            gap: 8,
            paddingTop: index === 0 ? 0 : 2.2,
            paddingBottom: 2.2,
            ...ruleBelow(0.5, HAIRLINE),
          }}
        >
          <T color={SOFT}>{label}</T>
          <T align="end" style={{ flex: 1 }}>
            {value}
          </T>
        </Row>
      ))}
    </View>
  );
}

function dateFacts({ paper, figures }: Press): Fact[] {
  const { t, date, dateRange } = figures;
  const facts: Fact[] = [];
  const add = (label: string, value: string | null) => {
    if (value !== null) facts.push({ label, value });
  };
  add(t('pdf.issued'), paper.issueOn && date(paper.issueOn));
  if (paper.kind === 'INVOICE') add(t('pdf.due'), paper.dueOn && date(paper.dueOn));
  if (paper.kind === 'ESTIMATE') add(t('pdf.validUntil'), paper.dueOn && date(paper.dueOn));
  add(t('pdf.supplied'), paper.deliveryOn && date(paper.deliveryOn));
  if (paper.periodFrom && paper.periodTo) {
    add(t('pdf.period'), dateRange(paper.periodFrom, paper.periodTo));
  }
  add(t('pdf.reference'), paper.reference && figures.embed(paper.reference));
  if (paper.corrects) {
    const values = {
      number: figures.embed(paper.corrects.number),
      date: date(paper.corrects.issueOn),
    };
    add(t('pdf.corrects'), t('pdf.correctsInvoice', values));
  }
  return facts;
}
