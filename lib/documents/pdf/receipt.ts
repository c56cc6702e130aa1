import type { CalendarDate } from '@/lib/time/calendar-date';
import type { MinorText, PaperFrame } from './paper';

/** The receipt of one payment as it is printed. Its parts add up: settled + credit + returned = amount. */
export interface ReceiptPaper extends PaperFrame {
  /** Tells this receipt from others. */
  number: string;
  receivedOn: CalendarDate;
  /** How the money came, in the paper's language. */
  method: string;
  reference: string | null;
  amount: MinorText;
  settled: ReceiptPart[];
  /** What is kept for the client. */
  credit: MinorText;
  returned: ReceiptReturn[];
}

/** What of a payment an invoice got. */
export interface ReceiptPart {
  number: string;
  title: string;
  issueOn: CalendarDate | null;
  amount: MinorText;
}

/** What went back of a payment; positive. */
export interface ReceiptReturn {
  kind: 'refund' | 'dispute' | 'reversal';
  on: CalendarDate;
  amount: MinorText;
}
