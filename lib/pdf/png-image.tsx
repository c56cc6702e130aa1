import { Image } from '@react-pdf/renderer';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_WIDTH = 600;
const MAX_HEIGHT = 300;

/** A PNG that has been looked at: `readPng` is the only way to one. */
export interface Png {
  data: Buffer;
  width: number;
  height: number;
}

/**
 * Takes the base64 of a PNG that our own `readLogo` has made. react-pdf decodes whatever it is
 * given, so anything that is not a PNG of at most 600 × 300 pixels is refused here.
 */
export function readPng(base64: string): Png {
  const data = Buffer.from(base64, 'base64');
  return { data, ...pngSize(data) };
}

/** The picture as large as fits into the box, in points. */
export function PngImage({ png, maxWidth, maxHeight }: PngImageProps) {
  const { data, width, height } = png;
  const scale = Math.min(maxWidth / width, maxHeight / height);
  return (
    <Image src={{ data, format: 'png' }} style={{ width: width * scale, height: height * scale }} />
  );
}

interface PngImageProps {
  png: Png;
  maxWidth: number;
  maxHeight: number;
}

function pngSize(data: Buffer): { width: number; height: number } {
  if (data.length < 33 || !data.subarray(0, 8).equals(SIGNATURE)) throw new Error('Not a PNG');
  const width = data.readUInt32BE(16);
  const height = data.readUInt32BE(20);
  if (width < 1 || height < 1 || width > MAX_WIDTH || height > MAX_HEIGHT) {
    throw new Error(`A logo of ${width} × ${height} pixels has not been through readLogo`);
  }
  return { width, height };
}
