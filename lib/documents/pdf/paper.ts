import type { Locale } from '@/lib/i18n/locale';
import type { CalendarDate } from '@/lib/time/calendar-date';

/** A whole number of minor units of the paper's currency, as text: "408236" is £4,082.36. */
export type MinorText = string;

/** A decimal number as text: "4.2", "1840.00", "0.0125". */
export type DecimalText = string;

/** EN 16931 tax categories S, Z, E, AE and O. */
export type TaxCategory =
  | 'STANDARD'
  | 'ZERO'
  | 'EXEMPT'
  | 'REVERSE_CHARGE'
  | 'INTRA_COMMUNITY'
  | 'EXPORT'
  | 'OUTSIDE_SCOPE';

/** What every paper has, whatever it says. Plain JSON. */
export interface PaperFrame {
  locale: Locale;
  /** ISO 4217. */
  currency: string;
  pageSize: 'A4' | 'LETTER';
  /** '#rrggbb'; colours the rule under the heading and nothing else. */
  brandColor: string;
  /** Base64 of the PNG that `readLogo` has made; never bytes that came from outside. */
  logoPng: string | null;
  seller: PaperSeller;
  buyer: PaperBuyer;
  /** Where the client finds this in the portal; holds no token. */
  portalUrl: string | null;
  /** ISO instant of issuing (of rendering, for what is not stored); it dates the file. */
  documentDate: string;
  stamp: 'DRAFT' | 'VOID' | 'UNDONE' | null;
}

/**
 * A document as it is printed, taken from the document's snapshot, so that the PDF, the portal's
 * paper and the staff's paper show the same facts. Amounts of a credit note are positive.
 */
export interface Paper extends PaperFrame {
  kind: 'INVOICE' | 'ESTIMATE' | 'CREDIT_NOTE';
  /** Null while it is a draft. */
  number: string | null;
  /** Replaces the word "Invoice" (or "Estimate", "Credit note") at the top; null keeps it. */
  title: string | null;
  issueOn: CalendarDate | null;
  /** The day payment is due; of an estimate, the last day it can be accepted. */
  dueOn: CalendarDate | null;
  deliveryOn: CalendarDate | null;
  periodFrom: CalendarDate | null;
  periodTo: CalendarDate | null;
  /** The buyer's own order number. */
  reference: string | null;
  /** The invoice that a credit note corrects. */
  corrects: { number: string; issueOn: CalendarDate } | null;
  pricesIncludeTax: boolean;
  lines: PaperLine[];
  documentDiscount: PaperDiscount | null;
  taxGroups: PaperTaxGroup[];
  /** The lines' amounts added up, before the document's discount. */
  subtotal: MinorText;
  /** What the document's discount takes off; positive. */
  discountTotal: MinorText;
  netTotal: MinorText;
  taxTotal: MinorText;
  total: MinorText;
  amountDue: MinorText;
  /** Payments already made; none when an invoice is issued. */
  paid: PaperPayment[];
  notes: string | null;
  terms: string | null;
  /** "Payment within 30 days", in the paper's language. */
  paymentTermsText: string | null;
  bank: PaperBankFact[];
}

export interface PaperSeller {
  name: string;
  legalName: string | null;
  addressLines: string[];
  /** ISO 3166-1 alpha-2: decides what the tax is called, and the names of Arabic months. */
  country: string | null;
  /** Replaces what the seller's country calls a tax id ("VAT no."); null keeps it. */
  taxIdLabel: string | null;
  taxId: string | null;
  registrationId: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
}

export interface PaperBuyer {
  name: string;
  contactName: string | null;
  addressLines: string[];
  country: string | null;
  taxIdLabel: string | null;
  taxId: string | null;
  email: string | null;
}

export interface PaperDiscount {
  /** Why ("Returning-client discount"), or null for the plain word. */
  label: string | null;
  /** "5" when it is a percentage, null when it is an amount. */
  percent: DecimalText | null;
  /** What it takes off; positive. */
  amount: MinorText;
}

export interface PaperLine {
  description: string;
  details: string | null;
  quantity: DecimalText;
  unit: string | null;
  unitPrice: DecimalText;
  discount: PaperDiscount | null;
  /** Percent: "20", "5.5". */
  taxRate: DecimalText;
  taxCategory: TaxCategory;
  /** After the line's discount; with tax in it when prices include tax. */
  amount: MinorText;
}

export interface PaperTaxGroup {
  category: TaxCategory;
  /** "VAT", "GST": the name the business gave to the tax. */
  name: string;
  rate: DecimalText;
  exemptionReason: string | null;
  base: MinorText;
  tax: MinorText;
  gross: MinorText;
}

export interface PaperPayment {
  on: CalendarDate;
  /** How it was paid, in the paper's language, or null. */
  method: string | null;
  amount: MinorText;
}

export type BankField =
  | 'accountName'
  | 'bankName'
  | 'iban'
  | 'bic'
  | 'accountNumber'
  | 'routingCode'
  | 'reference';

/** A line of the bank details. A routing code is called as in the seller's country. */
export interface PaperBankFact {
  field: BankField;
  value: string;
}
