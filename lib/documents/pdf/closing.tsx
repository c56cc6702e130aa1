import { View } from '@react-pdf/renderer';
import { BODY, GAP, HAIRLINE, ruleAbove, SMALL, SOFT } from './look';
import type { BankField, Paper, PaperFrame } from './paper';
import type { Press } from './press';
import { TOTALS_WIDTH } from './totals';

/**
 * The room in which the bank details stand whole beside the beginning of terms that go on over the page, in points. They
 * cannot be kept together themselves: react-pdf squeezes what may not break inside a row that does.
 */
export function closingStart({ bank }: Paper): number {
  return 30 + (bank.length + 1) * BODY * 1.5;
}

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

export function Bank({ press }: { press: Press<WithBank> }) {
  const { paper, kit, figures } = press;
  const { T, Row } = kit;
  const routing = ROUTING[paper.seller.country ?? ''] ?? 'routingCode';
  const name = (field: BankField) => (field === 'routingCode' ? routing : field);
  return (
    <View>
      <T size={SMALL} color={SOFT} style={{ marginBottom: 2 }}>
        {figures.t('pdf.bank.title')}
      </T>
      {paper.bank.map((fact) => (
        <Row key={fact.field} style={{ gap: 8 }}>
          <T color={SOFT} style={{ width: 64 }}>
            {figures.t(`pdf.bank.${name(fact.field)}`)}
          </T>
          <T dir="auto" style={{ flex: 1 }}>
            {figures.bankValue(fact)}
          </T>
        </Row>
      ))}
    </View>
  );
}

type WithBank = PaperFrame & Pick<Paper, 'bank'>;

const ROUTING: Record<string, 'sortCode' | 'routingNumber' | 'bsb'> = {
  GB: 'sortCode',
  IE: 'sortCode',
  US: 'routingNumber',
  AU: 'bsb',
};
