/** What an owner may ask of every new client beside a name and an e-mail address, in the order of the form. */
export const CLIENT_FIELDS = [
  'phone',
  'contactPerson',
  'taxId',
  'street',
  'city',
  'region',
  'postcode',
] as const;

export type ClientField = (typeof CLIENT_FIELDS)[number];

/** What is advised for a start: with these one can reach a client and post them a letter. */
export const RECOMMENDED_CLIENT_FIELDS: readonly ClientField[] = [
  'phone',
  'street',
  'city',
  'postcode',
];
