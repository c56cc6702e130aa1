/**
 * Whether the key of this Latin letter was pressed. A keyboard that writes no Latin letters (Arabic, for one) is asked
 * for the place of the key instead.
 */
export function isLetter(
  event: Pick<KeyboardEvent, 'key' | 'code'>,
  letter: 'c' | 'j' | 'k' | 's' | 'x',
): boolean {
  const key = event.key.toLowerCase();
  return /^[a-z]$/.test(key) ? key === letter : event.code === `Key${letter.toUpperCase()}`;
}
