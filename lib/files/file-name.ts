/** ext4, APFS and NTFS all allow 255; the rest is left for a browser's ' (1)' and a folder in a ZIP. */
const MOST_BYTES = 180;
/** Names that Windows keeps for devices, whatever extension follows. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A file name of the given parts that every system accepts, such as 'INV-2026-0042 - Meadow & Main.pdf'.
 * Letters of all scripts stay; separators, control characters and invisible marks (a bidi override
 * can show 'exe.pdf' for 'fdp.exe') go. `ext` comes without a dot.
 */
export function tidyFileName(parts: readonly (string | null | undefined)[], ext: string): string {
  const suffix = `.${ext.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  const tidy = parts.map((part) => tidyPart(part ?? '')).filter(Boolean);
  const name = ends(shorten(ends(tidy.join(' - ')), MOST_BYTES - suffix.length)) || 'file';
  return (DEVICES.test(name) || DEVICES.test(name.split('.')[0] ?? '') ? `${name}_` : name).concat(
    suffix,
  );
}

/**
 * The same names in the same order, with ' (2)', ' (3)' … before the extension where one came
 * before. Names that differ only in case count as the same, as they do on Windows and macOS.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const fold = (name: string) => name.normalize('NFC').toLowerCase();
  return names.map((name) => {
    const [, stem = name, suffix = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
    let candidate = name;
    let count = next.get(fold(name)) ?? 2;
    while (taken.has(fold(candidate))) candidate = `${stem} (${count++})${suffix}`;
    next.set(fold(name), count);
    taken.add(fold(candidate));
    return candidate;
  });
}

function tidyPart(text: string): string {
  return ends(
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
      .replace(/[<>:"/\\|?*]/g, '-')
      .replace(/\s+/g, ' '),
  );
}

/** Windows drops dots and spaces at the end, and a dot in front hides the file elsewhere. */
function ends(text: string): string {
  return text.replace(/^[\s.\-~]+|[\s.-]+$/g, '');
}

/** Cuts between characters as people see them, so that no half of one is left. */
function shorten(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > mostBytes) break;
    kept += segment;
  }
  return kept;
}
