import type { CalendarDate } from '@/lib/time/calendar-date';

/** How money goes back: taken back by the business, refunded, or taken by the client's bank. */
export type ReturnKind = 'reversal' | 'refund' | 'dispute';

export type EntryKind = 'invoice' | 'void' | 'payment' | ReturnKind;

/** One line of a statement. `amount` is what it adds to the debt: invoices are positive, payments negative. */
export type Entry = {
  kind: EntryKind;
  on: CalendarDate;
  /** Orders what happened on one day. */
  at: Date;
  amount: bigint;
  documentId: string | null;
  number: string;
  title: string;
  paymentId: string | null;
  method: string | null;
  methodDetail: string;
};

export type Line = Entry & { balance: bigint };

/** Entries of one currency and period, in order, each with what is owed after it. */
export type Statement = {
  opening: bigint;
  lines: Line[];
  closing: bigint;
  /** How many lines of the period are not among them, but brought forward in `opening`. */
  leftOut: number;
};

/** Charges stand before payments of the same day, as a bookkeeper would write them. */
const ORDER: EntryKind[] = ['invoice', 'void', 'payment', 'refund', 'dispute', 'reversal'];

/** More lines than anybody reads or prints; what came before them is brought forward. */
export const MOST_LINES = 1000;

/** Puts entries in order and adds them up, from what was owed before them. */
export function layOutStatement(
  opening: bigint,
  entries: readonly Entry[],
  leftOut = 0,
): Statement {
  let balance = opening;
  const lines = [...entries].sort(inOrder).map((entry) => {
    balance += entry.amount;
    return { ...entry, balance };
  });
  return { opening, lines, closing: balance, leftOut };
}

/** The same statement with only its last lines; what came before them is brought forward. */
export function lastLines(statement: Statement, most: number): Statement {
  const lines = statement.lines.slice(-most);
  const first = lines[0];
  return {
    ...statement,
    lines,
    opening: first ? first.balance - first.amount : statement.opening,
    leftOut: statement.leftOut + statement.lines.length - lines.length,
  };
}

function inOrder(a: Entry, b: Entry): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  const kinds = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return kinds || a.at.getTime() - b.at.getTime() || (a.number < b.number ? -1 : 1);
}
