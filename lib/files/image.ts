import sharp from 'sharp';
import { Refused } from '@/lib/actions/refused';

/** The largest logo file we read, in bytes. */
export const MAX_LOGO_BYTES = 5 * 1024 * 1024;

const MAX_PIXELS = 20_000_000;
const WIDTH = 600;
const HEIGHT = 300;
const TIMEOUT_SECONDS = 10;

type Format = 'png' | 'jpeg' | 'webp';

/** A logo that is safe to store, show, mail and print. */
export interface Logo {
  /** Made anew by us: sRGB, no transparency, no metadata, at most 600 × 300 pixels. */
  png: Uint8Array;
  width: number;
  height: number;
}

/**
 * Reads a logo that somebody uploaded: PNG, JPEG or WebP by its content, whatever its name says.
 * Refuses everything else (SVG can fetch addresses, GIF and AVIF decoders are a risk for nothing),
 * files above 5 MB, pictures above 20 million pixels, and damaged ones.
 */
export async function readLogo(bytes: Uint8Array): Promise<Logo> {
  if (bytes.byteLength === 0) throw new Refused('files.errors.logoEmpty', {}, 'logo');
  if (bytes.byteLength > MAX_LOGO_BYTES) {
    throw new Refused(
      'files.errors.logoTooLarge',
      { megabytes: MAX_LOGO_BYTES / 1024 / 1024 },
      'logo',
    );
  }
  // Decided before any decoder sees the bytes.
  const format = formatOf(bytes);
  if (!format) throw new Refused('files.errors.logoFormat', {}, 'logo');
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false });
  const found = await decoding(image.metadata());
  if (found.format !== format) throw new Refused('files.errors.logoDamaged', {}, 'logo');
  if (found.width * found.height > MAX_PIXELS) {
    throw new Refused('files.errors.logoTooManyPixels', {}, 'logo');
  }
  const { data, info } = await decoding(
    image
      .autoOrient()
      .resize({ width: WIDTH, height: HEIGHT, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .png()
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer({ resolveWithObject: true }),
  );
  return { png: Uint8Array.from(data), width: info.width, height: info.height };
}

function formatOf(bytes: Uint8Array): Format | null {
  const starts = (at: number, ...expected: number[]) =>
    expected.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  const riff = starts(0, 0x52, 0x49, 0x46, 0x46);
  return riff && starts(8, 0x57, 0x45, 0x42, 0x50) ? 'webp' : null;
}

/** Whatever the decoder dislikes about the picture is the person's to mend, not our bug. */
async function decoding<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (cause) {
    const tooLarge = cause instanceof Error && cause.message.includes('pixel limit');
    const key = tooLarge ? 'files.errors.logoTooManyPixels' : 'files.errors.logoDamaged';
    throw new Refused(key, {}, 'logo');
  }
}
