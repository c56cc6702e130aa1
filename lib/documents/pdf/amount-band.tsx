import { View } from '@react-pdf/renderer';
import type { Run } from '@/lib/pdf/kit';
import { QrCode } from '@/lib/pdf/qr-code';
import { BAND, displayLineHeight, fitted, INK, SMALL, SOFT } from './look';
import type { PaperFrame } from './paper';
import type { Press } from './press';

const AMOUNT_SIZE = 23;
const AMOUNT_WIDTH = 240;
const WHOLE_WIDTH = 470;

interface AmountBandProps {
  press: Press<PaperFrame>;
  label: string;
  amount: Run[];
  /** One line below the amount: until when, or how it came. */
  note: string | null;
  /** What the code is for; null where there is nothing left to do. */
  scan: string | null;
}

/** The quiet band: the one amount that matters, and the code that opens it in the portal. */
export function AmountBand({ press, label, amount, note, scan }: AmountBandProps) {
  const { paper, kit } = press;
  const { T, Row } = kit;
  const url = scan === null ? null : paper.portalUrl;
  const { size } = fitted([amount], AMOUNT_SIZE, 0, url ? AMOUNT_WIDTH : WHOLE_WIDTH);
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
        <T color={SOFT}>{label}</T>
        <T size={size} weight={600} lineHeight={displayLineHeight(paper.locale)}>
          {amount}
        </T>
        {note !== null && <T>{note}</T>}
      </View>
      {url && scan && (
        <Row style={{ alignItems: 'center', gap: 10 }}>
          <View style={{ width: 150 }}>
            <T size={SMALL} weight={600} align="end">
              {scan}
            </T>
            <T size={SMALL} color={SOFT} align="end" dir="auto" href={url}>
              {url.replace(/^https?:\/\//, '')}
            </T>
          </View>
          <QrCode text={url} size={58} color={INK} />
        </Row>
      )}
    </Row>
  );
}
