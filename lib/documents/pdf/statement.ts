import type { CalendarDate } from '@/lib/time/calendar-date';
import type { MinorText, PaperBankFact, PaperFrame } from './paper';

/** A statement of account as it is printed: everything between the two parties in a period. */
export interface StatementPaper extends PaperFrame {
  periodFrom: CalendarDate;
  periodTo: CalendarDate;
  /** One for each currency the two have dealt in; at least one. */
  accounts: StatementAccount[];
  madeOn: CalendarDate;
  bank: PaperBankFact[];
}

export interface StatementAccount {
  /** ISO 4217. */
  currency: string;
  /** What was owed before the first line; negative is the client's money. */
  opening: MinorText;
  /** How many lines are left out at the beginning; the opening balance holds them. */
  leftOut: number;
  lines: StatementLine[];
  /** What is owed after the last line. */
  closing: MinorText;
  /** What leads from there to the amount to pay; null when the period ends before today. */
  toPay: StatementToPay | null;
}

export interface StatementToPay {
  amount: MinorText;
  overdue: MinorText;
  /** Paid, but still with the bank. */
  underWay: MinorText;
  underWaySince: CalendarDate | null;
  /** The client's credit that no invoice has used. */
  credit: MinorText;
}

export interface StatementLine {
  on: CalendarDate;
  /** The invoice's number, where the line is about one. */
  number: string | null;
  /** What happened, in the paper's language. */
  what: string;
  /** What it adds to the debt; payments are negative. */
  amount: MinorText;
  /** What is owed after it. */
  balance: MinorText;
}
