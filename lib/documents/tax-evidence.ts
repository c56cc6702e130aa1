import type { TaxCategory } from './totals-input';

/** What an invoice still lacks; its words are `editor.errors.<name>`. */
export type MissingTaxEvidence =
  | 'ownTaxIdNeeded'
  | 'reverseNeedsTaxId'
  | 'intraNeedsTaxId'
  | 'intraNeedsDelivery';

/**
 * What must stand on an invoice for the categories of its lines. EN 16931: the seller's tax id for reverse charge,
 * intra-community supply and export (BR-AE-02, BR-IC-02, BR-G-02), the buyer's for the first two, and for goods to
 * another EU country the day or period of delivery (BR-IC-11).
 */
export function missingTaxEvidence(invoice: {
  categories: readonly TaxCategory[];
  sellerTaxId: string;
  buyerTaxId: string;
  /** Whether a delivery date or a period is given. */
  isDated: boolean;
}): MissingTaxEvidence[] {
  const has = (category: TaxCategory) => invoice.categories.includes(category);
  const intra = has('INTRA_COMMUNITY');
  const reverse = has('REVERSE_CHARGE');
  const missing: MissingTaxEvidence[] = [];
  if ((intra || reverse || has('EXPORT')) && !invoice.sellerTaxId) missing.push('ownTaxIdNeeded');
  if (reverse && !invoice.buyerTaxId) missing.push('reverseNeedsTaxId');
  if (intra && !invoice.buyerTaxId) missing.push('intraNeedsTaxId');
  if (intra && !invoice.isDated) missing.push('intraNeedsDelivery');
  return missing;
}
