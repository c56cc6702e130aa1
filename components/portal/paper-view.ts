import type { TaxSystem } from '@/lib/documents/pdf/tax-system';
import type { DocumentSnapshot } from '@/lib/documents/snapshot';
import type { Reader } from './reader';

/** What the parts of the paper share. */
export type PaperView = { paper: DocumentSnapshot; reader: Reader; tax: string; system: TaxSystem };
