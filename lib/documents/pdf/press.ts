import { type PaperKit, paperKit } from '@/lib/pdf/kit';
import { type Png, readPng } from '@/lib/pdf/png-image';
import { type PaperFigures, paperFigures } from './figures';
import type { Paper, PaperFrame } from './paper';

/** What every part of a paper needs: its facts, its name, the layout parts and the words of its language. */
export interface Press<Facts extends PaperFrame = Paper> {
  paper: Facts;
  kit: PaperKit;
  figures: PaperFigures;
  logo: Png | null;
  /** What the paper is: 'Invoice'. */
  title: string;
  /** Which one: its number, or its period. */
  number: string;
}

export function pressFor<Facts extends PaperFrame>(
  paper: Facts,
  name: (figures: PaperFigures) => { title: string; number: string },
): Press<Facts> {
  const figures = paperFigures(paper);
  return {
    paper,
    kit: paperKit(paper.locale),
    figures,
    logo: paper.logoPng === null ? null : readPng(paper.logoPng),
    ...name(figures),
  };
}
