/**
 * What a receipt is called in a letter or on the phone: 'R-4F2A-91C2-07BE', the random end of the payment's id. Receipts
 * are not numbered one after the other: no law asks for it, and a payment may be taken back.
 */
export function receiptNumber(paymentId: string): string {
  const end = paymentId.slice(-12).toUpperCase();
  return `R-${end.slice(0, 4)}-${end.slice(4, 8)}-${end.slice(8)}`;
}
