import { View } from '@react-pdf/renderer';
import { QrCode } from '@/lib/pdf/qr-code';
import { BAND, displayLineHeight, fitted, INK, SMALL, SOFT } from './look';
import type { Press } from './press';

const AMOUNT_SIZE = 23;
const AMOUNT_WIDTH = 240;
const WHOLE_WIDTH = 470;

/** The quiet band: the one amount that matters, until when, and the code that opens the document. */
export function DueBand({ press }: { press: Press }) {
  const { paper, kit, figures } = press;
  const { T, Row } = kit;
  const { t } = figures;
  const due = figures.money(paper.kind === 'INVOICE' ? paper.amountDue : paper.total, 12);
  const { size } = fitted([due], AMOUNT_SIZE, 0, paper.portalUrl ? AMOUNT_WIDTH : WHOLE_WIDTH);
  return (
    <Row
      wrap={false}
      style={{
        marginTop: 14,
        backgroundColor: BAND,
        borderRadius: 6,
        paddingVertical: 10,
        paddingHorizontal: 14,
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: 14,
      }}
    >
      <View style={{ flex: 1 }}>
        <T color={SOFT}>{t(`pdf.band.${paper.kind}`)}</T>
        <T size={size} weight={600} lineHeight={displayLineHeight(paper.locale)}>
          {due}
        </T>
        {paper.dueOn && paper.kind !== 'CREDIT_NOTE' && (
          <T>{t(`pdf.by.${paper.kind}`, { date: figures.date(paper.dueOn) })}</T>
        )}
      </View>
      {paper.portalUrl && (
        <Row style={{ alignItems: 'center', gap: 10 }}>
          <View style={{ width: 150 }}>
            <T size={SMALL} weight={600} align="end">
              {t(`pdf.scan.${paper.kind}`)}
            </T>
            <T size={SMALL} color={SOFT} align="end" dir="auto" href={paper.portalUrl}>
              {paper.portalUrl.replace(/^https?:\/\//, '')}
            </T>
          </View>
          <QrCode text={paper.portalUrl} size={58} color={INK} />
        </Row>
      )}
    </Row>
  );
}
