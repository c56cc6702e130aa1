import { View } from '@react-pdf/renderer';
import { cleanTexts } from '@/lib/pdf/clean-text';
import { Closing, closingStart } from './closing';
import { dateFacts } from './date-facts';
import { DueBand } from './due-band';
import { Heading } from './heading';
import { columnsFor, LinesTable, tableStart } from './lines-table';
import type { Paper } from './paper';
import { Parties } from './parties';
import { type Press, pressFor } from './press';
import { inChunks, paperFile, Sheet } from './sheet';
import { Totals } from './totals';

const KEPT_TOGETHER_CHARACTERS = 900;
const KEPT_TOGETHER_GROUPS = 12;

/** An invoice, estimate or credit note as a react-pdf document. */
export function InvoicePaper({ paper: given }: { paper: Paper }) {
  const paper = cleanTexts(given);
  const press = pressFor(paper, ({ t }) => ({
    title: paper.title ?? t(`pdf.kind.${paper.kind}`),
    number: paper.number ?? t('pdf.draft'),
  }));
  const columns = columnsFor(press);
  const chunks = inChunks(paper.lines);
  return paperFile(
    press,
    chunks.map((lines, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
      <Sheet key={index} press={press}>
        {index === 0 && (
          <>
            <Heading press={press} />
            <Parties
              press={press}
              to={press.figures.t(`pdf.to.${paper.kind}`)}
              facts={dateFacts(press)}
            />
            <DueBand press={press} />
            <View style={{ height: 16 }} minPresenceAhead={tableStart(lines)} />
          </>
        )}
        <LinesTable press={press} lines={lines} columns={columns} />
        {index === chunks.length - 1 && <End press={press} />}
      </Sheet>
    )),
  );
}

/** Totals, bank details and terms stay together; when they are too long for one page, at least the totals do. */
function End({ press }: { press: Press }) {
  const { paper } = press;
  const words = [paper.notes, paper.terms, paper.paymentTermsText].join('\n');
  const fits = paper.taxGroups.length <= KEPT_TOGETHER_GROUPS;
  const together = fits && words.length + words.split('\n').length * 40 < KEPT_TOGETHER_CHARACTERS;
  return (
    <View wrap={!together}>
      <View wrap={!fits}>
        <Totals press={press} />
      </View>
      {!together && <View minPresenceAhead={closingStart(paper)} />}
      <Closing press={press} />
    </View>
  );
}
