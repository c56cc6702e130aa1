import { View } from '@react-pdf/renderer';
import { PngImage } from '@/lib/pdf/png-image';
import { displayLineHeight, GAP, HAIRLINE, ruleBelow, SMALL, SOFT } from './look';
import type { PaperFrame } from './paper';
import type { Press } from './press';

/** Logo and name at the start, what it is and its number at the end, over a rule in the brand's colour. */
export function Heading({ press }: { press: Press<PaperFrame> }) {
  const { paper, kit, figures, logo } = press;
  const { T, Row } = kit;
  return (
    <Row
      style={{
        justifyContent: 'space-between',
        alignItems: 'center',
        gap: GAP,
        paddingBottom: 14,
        ...ruleBelow(1.5, paper.brandColor),
      }}
    >
      <Row style={{ alignItems: 'center', gap: 10, flex: 1 }}>
        {logo && <PngImage png={logo} maxWidth={120} maxHeight={36} />}
        <T size={13} weight={600} dir="auto" style={{ flex: 1 }}>
          {paper.seller.name}
        </T>
      </Row>
      <View style={{ width: 220 }}>
        <T
          size={20}
          weight={600}
          lineHeight={displayLineHeight(paper.locale)}
          align="end"
          dir="auto"
        >
          {press.title}
        </T>
        <T size={10} align="end">
          {figures.embed(press.number)}
        </T>
      </View>
    </Row>
  );
}

/** On every page but the first: whose paper this is, what, and which. */
export function RunningHead({ press }: { press: Press<PaperFrame> }) {
  const { paper, kit, figures, logo } = press;
  const { T, Row } = kit;
  return (
    <View
      fixed
      render={({ pageNumber }) =>
        pageNumber > 1 && (
          <Row
            style={{
              justifyContent: 'space-between',
              alignItems: 'center',
              gap: GAP,
              paddingBottom: 7,
              marginBottom: 14,
              ...ruleBelow(0.75, HAIRLINE),
            }}
          >
            <Row style={{ alignItems: 'center', gap: 7, flex: 1 }}>
              {logo && <PngImage png={logo} maxWidth={60} maxHeight={18} />}
              <T size={SMALL} weight={600} dir="auto" style={{ flex: 1 }}>
                {paper.seller.name}
              </T>
            </Row>
            <T size={SMALL} color={SOFT} align="end">
              {`${figures.embed(press.title)} ${figures.embed(press.number)}`}
            </T>
          </Row>
        )
      }
    />
  );
}
