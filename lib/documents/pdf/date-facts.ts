import type { Fact } from './parties';
import type { Press } from './press';

/** The days and references that stand beside the two parties of a document. */
export function dateFacts({ paper, figures }: Press): Fact[] {
  const { t, date, dateRange } = figures;
  const facts: Fact[] = [];
  const add = (label: string, value: string | null) => {
    if (value !== null) facts.push({ label, value });
  };
  add(t('pdf.issued'), paper.issueOn && date(paper.issueOn));
  if (paper.kind === 'INVOICE') add(t('pdf.due'), paper.dueOn && date(paper.dueOn));
  if (paper.kind === 'ESTIMATE') add(t('pdf.validUntil'), paper.dueOn && date(paper.dueOn));
  add(t('pdf.supplied'), paper.deliveryOn && date(paper.deliveryOn));
  if (paper.periodFrom && paper.periodTo) {
    add(t('pdf.period'), dateRange(paper.periodFrom, paper.periodTo));
  }
  add(t('pdf.reference'), paper.reference && figures.embed(paper.reference));
  if (paper.corrects) {
    const values = {
      number: figures.embed(paper.corrects.number),
      date: date(paper.corrects.issueOn),
    };
    add(t('pdf.corrects'), t('pdf.correctsInvoice', values));
  }
  return facts;
}
