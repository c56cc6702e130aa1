import { View } from '@react-pdf/renderer';
import { GAP, HAIRLINE, ruleAbove, SMALL, SOFT } from './look';
import type { BankField } from './paper';
import type { Press } from './press';
import { TOTALS_WIDTH } from './totals';

/** Where to pay, beside terms and notes. Nothing at all when none of them is given. */
export function Closing({ press }: { press: Press }) {
  const { paper, kit, figures } = press;
  const { Row } = kit;
  const terms = [paper.paymentTermsText, paper.terms].filter(Boolean).join('\n');
  const hasBank = paper.bank.length > 0;
  const notes = <Words press={press} label={figures.t('pdf.notes')} text={paper.notes ?? ''} />;
  if (!hasBank && !terms && !paper.notes) return null;
  return (
    <Row
      style={{
        marginTop: 15,
        paddingTop: 10,
        gap: GAP,
        alignItems: 'flex-start',
        ...ruleAbove(0.5, HAIRLINE),
      }}
    >
      <View style={{ flex: 1 }}>{hasBank ? <Bank press={press} /> : notes}</View>
      <View style={{ width: TOTALS_WIDTH, gap: 8 }}>
        <Words press={press} label={figures.t('pdf.terms')} text={terms} />
        {hasBank && notes}
      </View>
    </Row>
  );
}

function Words({ press, label, text }: { press: Press; label: string; text: string }) {
  const { T } = press.kit;
  if (text === '') return null;
  return (
    <View>
      <T size={SMALL} color={SOFT} style={{ marginBottom: 2 }}>
        {label}
      </T>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <T key={index} dir="auto">
          {line}
        </T>
      ))}
    </View>
  );
}

function Bank({ press }: { press: Press }) {
  const { paper, kit, figures } = press;
  const { T, Row } = kit;
  const routing = ROUTING[paper.seller.country ?? ''] ?? 'routingCode';
  const name = (field: BankField) => (field === 'routingCode' ? routing : field);
  return (
    <View>
      <T size={SMALL} color={SOFT} style={{ marginBottom: 2 }}>
        {figures.t('pdf.bank.title')}
      </T>
      {paper.bank.map(({ field, value }) => (
        <Row key={field} style={{ gap: 8 }}>
          <T color={SOFT} style={{ width: 64 }}>
            {figures.t(`pdf.bank.${name(field)}`)}
          </T>
          <T dir="auto" style={{ flex: 1 }}>
            {value}
          </T>
        </Row>
      ))}
    </View>
  );
}

const ROUTING: Record<string, 'sortCode' | 'routingNumber' | 'bsb'> = {
  GB: 'sortCode',
  IE: 'sortCode',
  US: 'routingNumber',
  AU: 'bsb',
};
