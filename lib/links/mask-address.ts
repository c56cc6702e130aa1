const HIDDEN = '•••••';

/**
 * An e-mail address that its owner recognises and a stranger cannot use: 'h•••••@m•••••.example'.
 * The dots say nothing about the length.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const dot = address.lastIndexOf('.');
  if (at < 1 || dot < at) return HIDDEN;
  return `${first(address)}${HIDDEN}@${first(address.slice(at + 1))}${HIDDEN}${address.slice(dot)}`;
}

function first(text: string): string {
  return [...text][0] ?? '';
}
