import { Path, Svg } from '@react-pdf/renderer';
import qrcode from 'qrcode';

/**
 * A QR code of `text` as one vector path, `size` points wide with no quiet zone of its own: leave
 * four modules of white around it. Error correction M.
 */
export function QrCode({ text, size, color }: { text: string; size: number; color: string }) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  return (
    <Svg viewBox={`0 0 ${modules.size} ${modules.size}`} style={{ width: size, height: size }}>
      <Path d={modulePath(modules)} fill={color} />
    </Svg>
  );
}

interface Modules {
  size: number;
  get(row: number, column: number): number;
}

/** Each stretch of dark modules in a row becomes one rectangle. */
export function modulePath(modules: Modules): string {
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      let width = 0;
      while (column + width < modules.size && modules.get(row, column + width)) width += 1;
      if (width > 0) path += `M${column} ${row}h${width}v1h${-width}z`;
      column += Math.max(width, 1);
    }
  }
  return path;
}
