/** What is open on an invoice, in minor units. */
type Open = { id: string; open: bigint };

/**
 * Spreads an amount over open invoices in the given order (oldest due first): each is settled in full while money is
 * left. What remains is the client's credit. All amounts in minor units of one currency.
 */
export function suggestAllocations(
  amount: bigint,
  invoices: readonly Open[],
): { settled: Map<string, bigint>; credit: bigint } {
  const settled = new Map<string, bigint>();
  let left = amount > 0n ? amount : 0n;
  for (const { id, open } of invoices) {
    const take = left < open ? left : open;
    if (take > 0n) settled.set(id, take);
    left -= take;
  }
  return { settled, credit: left };
}
