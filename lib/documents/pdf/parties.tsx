import { View } from '@react-pdf/renderer';
import { GAP, HAIRLINE, ruleBelow, SMALL, SOFT } from './look';
import type { PaperFrame } from './paper';
import type { Press } from './press';

/** A label and what stands beside it, ready to print. */
export interface Fact {
  label: string;
  value: string;
}

interface PartiesProps {
  press: Press<PaperFrame>;
  /** What the business is here: 'From'. */
  from?: string;
  /** What the client is here: 'Bill to'. */
  to: string;
  facts: readonly Fact[];
}

/** The business and its client, both with their tax ids, and the facts of the paper. */
export function Parties({ press, from, to, facts }: PartiesProps) {
  const { paper, kit, figures } = press;
  const { seller, buyer } = paper;
  const { t } = figures;
  const { Row } = kit;
  const taxId = figures.taxId(seller);
  const buyerTaxId = figures.taxId(buyer);
  return (
    <Row style={{ marginTop: 15, gap: GAP }}>
      <Party
        press={press}
        label={from ?? t('pdf.from')}
        name={seller.legalName ?? seller.name}
        lines={seller.addressLines}
        ids={[
          ...(taxId ? [taxId] : []),
          ...(seller.registrationId
            ? [{ label: t('pdf.registrationId'), value: seller.registrationId }]
            : []),
        ]}
        mail={seller.email}
      />
      <Party
        press={press}
        label={to}
        name={buyer.name}
        lines={[
          ...(buyer.contactName ? [t('pdf.contact', { name: buyer.contactName })] : []),
          ...buyer.addressLines,
        ]}
        ids={buyerTaxId ? [buyerTaxId] : []}
        mail={buyer.email}
      />
      <Facts press={press} facts={facts} />
    </Row>
  );
}

interface PartyProps {
  press: Press<PaperFrame>;
  label: string;
  name: string;
  lines: string[];
  ids: Fact[];
  mail: string | null;
}

function Party({ press, label, name, lines, ids, mail }: PartyProps) {
  const { T, Row } = press.kit;
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
        <Row key={index} style={{ marginTop: 2, columnGap: 3, flexWrap: 'wrap' }}>
          <T color={SOFT}>{id.label}</T>
          <T>{press.figures.embed(id.value)}</T>
        </Row>
      ))}
      {mail && (
        <T dir="auto" color={SOFT} style={{ marginTop: 2 }}>
          {mail}
        </T>
      )}
    </View>
  );
}

function Facts({ press, facts }: Pick<PartiesProps, 'press' | 'facts'>) {
  const { T, Row } = press.kit;
  return (
    <View style={{ width: 148 }}>
      {facts.map(({ label, value }, index) => (
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
