import type { ReceiptPaper, ReceiptReturn } from '@/lib/documents/pdf/receipt';
import { translator } from '@/lib/i18n/translate';
import type { ClientView } from './client-view';
import { livePaper } from './live-paper';
import { methodName } from './method-name';
import { readReceipt } from './payments';
import { receiptNumber } from './receipt-number';
import { returnedEntries } from './returned-entries';

/** The receipt of a payment as a paper, as things stand: what it settles, what is kept, what went back and when. */
export async function receiptPaper(view: ClientView, id: string): Promise<ReceiptPaper> {
  const receipt = await readReceipt(view, id);
  const { currency, state } = receipt;
  const returned = await returnedEntries(view, { id });
  const frame = await livePaper(view, { currency, place: `payments/${id}` });
  return {
    ...frame,
    stamp: state === 'undone' ? 'UNDONE' : null,
    number: receiptNumber(id),
    receivedOn: receipt.receivedOn,
    method: methodName(translator(view.locale), receipt.method, receipt.methodDetail),
    reference: receipt.reference || null,
    amount: String(receipt.amount),
    settled: receipt.settled.map(({ number, title, issueOn, amount }) => ({
      number,
      title,
      issueOn,
      amount: String(amount),
    })),
    credit: String(receipt.credit),
    returned: returned.map(({ kind, on, amount }) => ({
      kind: kind as ReceiptReturn['kind'],
      on,
      amount: String(amount),
    })),
  };
}
