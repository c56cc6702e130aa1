/** The lines of an address one below the other, each in the direction of its own words. Two of them may be alike. */
export function PrintedAddress({ lines }: { lines: readonly string[] }) {
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an address have no other identity than their place
    <span key={at} className="block">
      <bdi>{line}</bdi>
    </span>
  ));
}
