import { type PaperKit, paperKit } from '@/lib/pdf/kit';
import { type Png, readPng } from '@/lib/pdf/png-image';
import { type PaperFigures, paperFigures } from './figures';
import type { Paper } from './paper';

/** What every part of the paper needs: the facts, the layout parts and the words of its language. */
export interface Press {
  paper: Paper;
  kit: PaperKit;
  figures: PaperFigures;
  logo: Png | null;
}

export function pressFor(paper: Paper): Press {
  return {
    paper,
    kit: paperKit(paper.locale),
    figures: paperFigures(paper),
    logo: paper.logoPng === null ? null : readPng(paper.logoPng),
  };
}
