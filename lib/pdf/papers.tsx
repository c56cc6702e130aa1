import type { DocumentProps } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { InvoicePaper } from '@/lib/documents/pdf/invoice-paper';
import type { Paper } from '@/lib/documents/pdf/paper';
import type { ReceiptPaper as Receipt } from '@/lib/documents/pdf/receipt';
import { ReceiptPaper } from '@/lib/documents/pdf/receipt-paper';
import type { StatementPaper as Statement } from '@/lib/documents/pdf/statement';
import { StatementPaper } from '@/lib/documents/pdf/statement-paper';

/** Every kind of paper and the plain JSON model it is drawn from: the switchboard of this folder. */
export interface PaperModels {
  document: Paper;
  statement: Statement;
  receipt: Receipt;
}

export type PaperKind = keyof PaperModels;

export const PAPERS: {
  [Kind in PaperKind]: (model: PaperModels[Kind]) => ReactElement<DocumentProps>;
} = {
  document: (paper) => InvoicePaper({ paper }),
  statement: (paper) => StatementPaper({ paper }),
  receipt: (paper) => ReceiptPaper({ paper }),
};
