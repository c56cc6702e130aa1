import { View } from '@react-pdf/renderer';
import { BOTTOM, FINE, fitted, HAIRLINE, ruleAbove, SIDE, SOFT, STAMP } from './look';
import type { PaperFrame } from './paper';
import type { Press } from './press';

/** The room at the foot of a page that the footer needs, two lines of legal ids included. */
export const FOOTER_HEIGHT = 32;

// Fixed, because the number is known only after the text beside it has been broken into lines.
const PAGE_NUMBER_WIDTH = 96;

/** On every page: the legal person, its ids and phone, and which page this is. */
export function Footer({ press }: { press: Press<PaperFrame> }) {
  const { kit, figures } = press;
  const { T, PageText, Row } = kit;
  return (
    <Row
      fixed
      style={{
        position: 'absolute',
        bottom: BOTTOM,
        left: SIDE,
        right: SIDE,
        paddingTop: 8,
        gap: 12,
        justifyContent: 'space-between',
        ...ruleAbove(0.5, HAIRLINE),
      }}
    >
      <T size={FINE} color={SOFT} style={{ flex: 1 }}>
        {legalLine(press)}
      </T>
      <PageText
        size={FINE}
        color={SOFT}
        align="end"
        style={{ width: PAGE_NUMBER_WIDTH }}
        say={(page, pages) => figures.t('pdf.page', { page: String(page), pages: String(pages) })}
      />
    </Row>
  );
}

function legalLine({ paper, figures }: Press<PaperFrame>): string {
  const { seller } = paper;
  const taxId = figures.taxId(seller);
  return [
    figures.embed(seller.legalName ?? seller.name),
    taxId && `${taxId.label} ${figures.embed(taxId.value)}`,
    seller.registrationId &&
      `${figures.t('pdf.registrationId')} ${figures.embed(seller.registrationId)}`,
    seller.phone && figures.embed(figures.phone(seller.phone)),
    seller.website && figures.embed(seller.website.replace(/^https?:\/\//, '')),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Draft, Void or Taken back, large and pale, behind everything on every page. */
export function Stamp({ press }: { press: Press<PaperFrame> }) {
  const { paper, kit, figures } = press;
  const { T } = kit;
  if (paper.stamp === null) return null;
  const word = figures.t(`pdf.stamp.${paper.stamp}`);
  const { size } = fitted([word], 110, 0, 560);
  return (
    <View fixed style={{ position: 'absolute', top: 320, left: 0, right: 0, alignItems: 'center' }}>
      <View style={{ transform: 'rotate(-28deg)', width: 595 }}>
        <T size={size} weight={600} lineHeight={1.4} color={STAMP} align="center">
          {word}
        </T>
      </View>
    </View>
  );
}
