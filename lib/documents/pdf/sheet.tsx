import { Document, type DocumentProps, Page } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import { FOOTER_HEIGHT, Footer, Stamp } from './footer';
import { RunningHead } from './heading';
import { BOTTOM, SIDE, TOP } from './look';
import type { PaperFrame } from './paper';
import type { Press } from './press';

/** The file of a paper, dated and named, made of sheets. */
export function paperFile(
  { paper, title, number }: Press<PaperFrame>,
  sheets: ReactElement[],
): ReactElement<DocumentProps> {
  const date = new Date(paper.documentDate);
  return (
    <Document
      title={`${title} ${number}`}
      author={paper.seller.legalName ?? paper.seller.name}
      creator="Portico"
      producer="Portico"
      language={paper.locale === 'zh' ? 'zh-CN' : paper.locale}
      creationDate={date}
      modificationDate={date}
    >
      {sheets}
    </Document>
  );
}

/** As many pages as its children need, each with the running head, the footer and the stamp. */
export function Sheet({ press, children }: { press: Press<PaperFrame>; children: ReactNode }) {
  return (
    <Page
      size={press.paper.pageSize}
      style={{
        paddingTop: TOP,
        paddingHorizontal: SIDE,
        paddingBottom: BOTTOM + FOOTER_HEIGHT,
      }}
    >
      <Stamp press={press} />
      <RunningHead press={press} />
      {children}
      <Footer press={press} />
    </Page>
  );
}

// react-pdf lays the rest of a page out again for every page it fills: 2,000 rows in one <Page>
// take 35 s, in chunks of 200 they take 5 s.
const ROWS_A_CHUNK = 200;

/** Rows in as many sheets as are drawn soon; at least one, perhaps empty. */
export function inChunks<Row>(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_CHUNK) {
    chunks.push(rows.slice(start, start + ROWS_A_CHUNK));
  }
  return chunks.length > 0 ? chunks : [[]];
}
