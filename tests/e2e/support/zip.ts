import { inflateRawSync } from 'node:zlib';

export type ZipEntry = { name: string; bytes: Buffer };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const STORED = 0;
const UTF8_FLAG = 0x800;

/** The files in a ZIP, read from its central directory as programs do (APPNOTE.TXT 4.3). No ZIP64: ours is small here. */
export function readZip(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('This is no ZIP.');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Error(`Entry ${index} of the ZIP is broken.`);
    const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
    const size = zip.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    entries.push({
      name: zip.subarray(at + 46, at + 46 + name).toString(flags & UTF8_FLAG ? 'utf8' : 'latin1'),
      bytes: method === STORED ? packed : inflateRawSync(packed),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}
