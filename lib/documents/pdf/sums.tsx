import { View } from '@react-pdf/renderer';
import { direction } from '@/lib/i18n/locale';
import type { Run } from '@/lib/pdf/kit';
import { BODY, fitted, INK, LINE, ruleAbove, SOFT, widthOf } from './look';
import type { PaperFrame } from './paper';
import type { Press } from './press';

const TOTAL_SIZE = 12.5;
const LABEL_WIDTH = 90;

/** One line of sums: its words, its figure, and how much it weighs. */
export interface Sum {
  label: string;
  value: string | Run[];
  level: 'plain' | 'total' | 'due';
}

interface SumsProps {
  press: Press<PaperFrame>;
  rows: readonly Sum[];
  width: number;
}

/** Sums one below the other, the one that matters last and largest. */
export function Sums({ press, rows, width }: SumsProps) {
  const { T, Row } = press.kit;
  const values = (level: Sum['level']) =>
    rows.filter((row) => row.level === level).map((row) => row.value);
  const small = widthOf([...values('plain'), ...values('total')], BODY, 86);
  const due = fitted(values('due'), TOTAL_SIZE, small, Math.max(small, width - LABEL_WIDTH));
  // Mirrored, the figures have their labels at the right: only one width for all keeps their decimals in line.
  const isMirrored = direction(press.paper.locale) === 'rtl';
  const widthFor = ({ level, value }: Sum) =>
    isMirrored || level === 'due' ? due.width : widthOf([value], BODY, 0);
  return (
    <View style={{ width }}>
      {rows.map((row, index) => {
        const { color, ...box } = BOXES[row.level];
        const size = row.level === 'due' ? TOTAL_SIZE : BODY;
        const weight = row.level === 'plain' ? 400 : 600;
        return (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            key={index}
            style={{ justifyContent: 'space-between', gap: 12, ...box }}
          >
            <T size={size} weight={weight} color={color} style={{ flex: 1 }}>
              {row.label}
            </T>
            <T
              size={row.level === 'due' ? due.size : BODY}
              weight={weight}
              align="right"
              style={{ width: widthFor(row) }}
            >
              {row.value}
            </T>
          </Row>
        );
      })}
    </View>
  );
}

const BOXES = {
  plain: { color: SOFT, paddingVertical: 2.5 },
  total: { color: INK, marginTop: 3, paddingTop: 5, paddingBottom: 2.5, ...ruleAbove(0.75, LINE) },
  due: { color: INK, marginTop: 3, paddingTop: 6, paddingBottom: 2.5, ...ruleAbove(1.25, INK) },
} as const;
