import type { DocumentProps } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { InvoicePaper } from '@/lib/documents/pdf/invoice-paper';
import type { Paper } from '@/lib/documents/pdf/paper';

/** Every kind of paper and the plain JSON model it is drawn from: the switchboard of this folder. */
export interface PaperModels {
  document: Paper;
}

export type PaperKind = keyof PaperModels;

export const PAPERS: {
  [Kind in PaperKind]: (model: PaperModels[Kind]) => ReactElement<DocumentProps>;
} = {
  document: (paper) => InvoicePaper({ paper }),
};
