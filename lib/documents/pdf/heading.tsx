import { View } from '@react-pdf/renderer';
import { PngImage } from '@/lib/pdf/png-image';
import { displayLineHeight, GAP, HAIRLINE, ruleBelow, SMALL, SOFT } from './look';
import type { Press } from './press';

/** Logo and name at the start, what it is and its number at the end, over a rule in the brand's colour. */
export function Heading({ press }: { press: Press }) {
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
          {paper.title ?? figures.t(`pdf.kind.${paper.kind}`)}
        </T>
        <T size={10} align="end">
          {paper.number === null ? figures.t('pdf.draft') : figures.embed(paper.number)}
        </T>
      </View>
    </Row>
  );
}

/** On every page but the first: whose paper this is and its number. */
export function RunningHead({ press }: { press: Press }) {
  const { paper, kit, figures, logo } = press;
  const { T, Row } = kit;
  const kind = paper.title ?? figures.t(`pdf.kind.${paper.kind}`);
  const number = paper.number ?? figures.t('pdf.draft');
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
              {`${figures.embed(kind)} ${figures.embed(number)}`}
            </T>
          </Row>
        )
      }
    />
  );
}
