import { Document, Page, View } from '@react-pdf/renderer';
import { cleanTexts } from '@/lib/pdf/clean-text';
import { Closing } from './closing';
import { DueBand } from './due-band';
import { FOOTER_HEIGHT, Footer, Stamp } from './footer';
import { Heading, RunningHead } from './heading';
import { columnsFor, LinesTable } from './lines-table';
import { BOTTOM, SIDE, TOP } from './look';
import type { Paper, PaperLine } from './paper';
import { Parties } from './parties';
import { type Press, pressFor } from './press';
import { Totals } from './totals';

// react-pdf lays the rest of a page out again for every page it fills: 2,000 rows in one <Page>
// take 35 s, in chunks of 200 they take 5 s.
const ROWS_A_CHUNK = 200;
const KEPT_TOGETHER_CHARACTERS = 900;
const KEPT_TOGETHER_GROUPS = 12;

/** An invoice, estimate or credit note as a react-pdf document. */
export function InvoicePaper({ paper: given }: { paper: Paper }) {
  const paper = cleanTexts(given);
  const press = pressFor(paper);
  const columns = columnsFor(press);
  const chunks = inChunks(paper.lines);
  const kind = paper.title ?? press.figures.t(`pdf.kind.${paper.kind}`);
  const issued = new Date(paper.documentDate);
  return (
    <Document
      title={`${kind} ${paper.number ?? press.figures.t('pdf.draft')}`}
      author={paper.seller.legalName ?? paper.seller.name}
      creator="Portico"
      producer="Portico"
      language={paper.locale === 'zh' ? 'zh-CN' : paper.locale}
      creationDate={issued}
      modificationDate={issued}
    >
      {chunks.map((lines, index) => (
        <Page
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          key={index}
          size={paper.pageSize}
          style={{
            paddingTop: TOP,
            paddingHorizontal: SIDE,
            paddingBottom: BOTTOM + FOOTER_HEIGHT,
          }}
        >
          <Stamp press={press} />
          <RunningHead press={press} />
          {index === 0 && (
            <>
              <Heading press={press} />
              <Parties press={press} />
              <DueBand press={press} />
              <View style={{ height: 16 }} />
            </>
          )}
          <LinesTable press={press} lines={lines} columns={columns} />
          {index === chunks.length - 1 && <End press={press} />}
          <Footer press={press} />
        </Page>
      ))}
    </Document>
  );
}

/** Totals, bank details and terms stay together, unless they are too long to fit on one page. */
function End({ press }: { press: Press }) {
  const { paper } = press;
  const words = [paper.notes, paper.terms, paper.paymentTermsText].join('\n');
  const together =
    words.length + words.split('\n').length * 40 < KEPT_TOGETHER_CHARACTERS &&
    paper.taxGroups.length <= KEPT_TOGETHER_GROUPS;
  return (
    <View wrap={!together}>
      <Totals press={press} />
      <Closing press={press} />
    </View>
  );
}

function inChunks(lines: PaperLine[]): PaperLine[][] {
  const chunks: PaperLine[][] = [];
  for (let start = 0; start < lines.length; start += ROWS_A_CHUNK) {
    chunks.push(lines.slice(start, start + ROWS_A_CHUNK));
  }
  return chunks.length > 0 ? chunks : [[]];
}
