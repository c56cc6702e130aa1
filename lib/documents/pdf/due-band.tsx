import { AmountBand } from './amount-band';
import type { Press } from './press';

/** What has to be paid until when, or what the document comes to, and the code that opens it. */
export function DueBand({ press }: { press: Press }) {
  const { paper, figures } = press;
  const { t } = figures;
  const { kind, dueOn } = paper;
  return (
    <AmountBand
      press={press}
      label={t(`pdf.band.${kind}`)}
      amount={figures.money(kind === 'INVOICE' ? paper.amountDue : paper.total, 12)}
      note={
        dueOn && kind !== 'CREDIT_NOTE' ? t(`pdf.by.${kind}`, { date: figures.date(dueOn) }) : null
      }
      scan={t(`pdf.scan.${kind}`)}
    />
  );
}
