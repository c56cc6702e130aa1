import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { MAX_LOGO_BYTES, readLogo } from '@/lib/files/image';

const picture = sharp({
  create: {
    width: 1200,
    height: 400,
    channels: 4,
    background: { r: 30, g: 58, b: 95, alpha: 0.5 },
  },
});

/** 74 bytes or so that claim to be a picture of 60,000 × 60,000 pixels. */
function pngBomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(8))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('A logo', () => {
  test.each(['png', 'jpeg', 'webp'] as const)(
    'in %s is made anew, small and opaque',
    async (format) => {
      const logo = await readLogo(await picture.clone().toFormat(format).toBuffer());
      expect(logo).toMatchObject({ width: 600, height: 200 });
      expect(await sharp(logo.png).metadata()).toMatchObject({
        format: 'png',
        width: 600,
        hasAlpha: false,
      });
    },
  );

  test('carries nothing of what was hidden in the file', async () => {
    const tagged = await picture
      .clone()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'secret' } })
      .toBuffer();
    const { png } = await readLogo(tagged);
    expect(Buffer.from(png).toString('latin1')).not.toContain('secret');
    expect((await sharp(png).metadata()).exif).toBeUndefined();
  });

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['an empty file', () => new Uint8Array(), 'logoEmpty'],
    ['a file above 5 MB', () => new Uint8Array(MAX_LOGO_BYTES + 1), 'logoTooLarge'],
    [
      'an SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'logoFormat',
    ],
    ['a GIF', () => picture.clone().gif().toBuffer(), 'logoFormat'],
    ['an AVIF', () => picture.clone().resize(64).avif().toBuffer(), 'logoFormat'],
    [
      'a text that begins like a PNG',
      () => Buffer.from('\x89PNG\r\n\x1a\nhello', 'latin1'),
      'logoDamaged',
    ],
    [
      'half a JPEG',
      async () => (await picture.clone().jpeg().toBuffer()).subarray(0, 900),
      'logoDamaged',
    ],
    ['a PNG bomb', pngBomb, 'logoTooManyPixels'],
  ])('that is %s is refused in words', async (_, bytes, reason) => {
    await expect(readLogo(await bytes())).rejects.toMatchObject({
      name: 'Refused',
      key: `files.errors.${reason}`,
      field: 'logo',
    });
  });
});
