/** The kinds of record that addresses and payloads name by id. */
export const KINDS = [
  'client',
  'contact',
  'note',
  'invoice',
  'draft',
  'payment',
  'product',
  'taxRate',
  'message',
  'member',
  'invitation',
  'link',
  'portalSession',
  'checkout',
  'staffSession',
  'savedView',
] as const;

export type Kind = (typeof KINDS)[number];

/** One id of each kind: of records that exist, or of none. */
export type Ids = Record<Kind, string>;

/** A token as we sign them, for this id but with a signature of somebody's own making. */
export function forged(uuid: string): string {
  const bytes = Buffer.alloc(48, 7);
  Buffer.from(uuid.replaceAll('-', ''), 'hex').copy(bytes);
  return bytes.toString('base64url');
}
