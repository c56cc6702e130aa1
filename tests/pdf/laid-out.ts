import { pdf } from '@react-pdf/renderer';
import { cloneElement } from 'react';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Paper } from '@/lib/documents/pdf/paper';
import { registerFonts } from '@/lib/pdf/fonts';
import { PAPERS, type PaperKind, type PaperModels } from '@/lib/pdf/papers';

/** A line of text where it stands on its page, in points from the top left corner. */
export interface PlacedLine {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  align: string;
}

export interface LaidOutPage {
  width: number;
  height: number;
  lines: PlacedLine[];
}

/** The texts of lines, as they stand. */
export const texts = (lines: readonly PlacedLine[]) => lines.map((line) => line.text);

/** A text that runs from right to left, as its letters come to stand. */
export const reversed = (text: string) => [...text].reverse().join('');

interface Line {
  string: string;
  box: { x: number; y: number; height: number };
  xAdvance?: number;
  overflowRight?: number;
}

interface Node {
  box?: { left?: number; top?: number; width?: number; height?: number };
  style?: Record<string, unknown>;
  children?: Node[];
  lines?: Line[] | null;
  alignOffset?: number;
}

const rendered = z.object({ _INTERNAL__LAYOUT__DATA_: z.custom<{ children: Node[] }>() });

/** Lays a paper out with the real fonts and says where every line of text came to stand. */
export function layOut(paper: Paper): Promise<LaidOutPage[]> {
  return layOutPaper('document', paper);
}

/** The same for any kind of paper. */
export async function layOutPaper<Kind extends PaperKind>(
  kind: Kind,
  model: PaperModels[Kind],
): Promise<LaidOutPage[]> {
  registerFonts();
  let root: { children: Node[] } = { children: [] };
  const onRender = (props: unknown) => {
    root = rendered.parse(props)._INTERNAL__LAYOUT__DATA_;
  };
  await pdf(cloneElement(PAPERS[kind](model), { onRender })).toBuffer();
  if (root.children.length === 0) throw new Error('Nothing was laid out');
  return root.children.map((page) => {
    const lines: PlacedLine[] = [];
    for (const child of page.children ?? []) collect(child, 0, 0, lines);
    return { width: Number(page.box?.width), height: Number(page.box?.height), lines };
  });
}

function collect(node: Node, x: number, y: number, into: PlacedLine[]): void {
  const left = x + (node.box?.left ?? 0);
  const top = y + (node.box?.top ?? 0);
  const first = node.lines?.[0]?.box.y ?? 0;
  for (const { string, box, xAdvance = 0, overflowRight = 0 } of node.lines ?? []) {
    // As @react-pdf/render places it; a space at the end of a line hangs over and is not counted.
    const start = left - (node.alignOffset ?? 0) + box.x;
    into.push({
      text: string.replace(/[\u2066-\u2069]/g, '').trimEnd(),
      left: start,
      right: start + xAdvance - overflowRight,
      top: top + box.y - first,
      bottom: top + box.y - first + box.height,
      align: String(node.style?.textAlign),
    });
  }
  if (!node.lines) for (const child of node.children ?? []) collect(child, left, top, into);
}

/** Lays the paper out, expects every word inside the margins and none on another, and returns the lines of all pages. */
export async function expectAllInside<Kind extends PaperKind = 'document'>(
  model: PaperModels[Kind],
  kind: Kind = 'document' as Kind,
): Promise<PlacedLine[]> {
  const pages = await layOutPaper(kind, model);
  // The stamp lies across the page.
  const outside = pages.flatMap(({ width, height, lines }) =>
    lines.filter(
      ({ left, right, top, bottom, align }) =>
        align !== 'center' && (left < 43 || right > width - 43 || top < 20 || bottom > height - 10),
    ),
  );
  expect(outside).toEqual([]);
  expectNoOverlap(pages);
  return pages.flatMap((page) => page.lines);
}

/** Expects that no two lines of a page lie on each other: a part that may not break can be squeezed at the foot. */
export function expectNoOverlap(pages: LaidOutPage[]): void {
  const LEADING = 4;
  const overlaps = pages.flatMap(({ lines }) => {
    const printed = lines.filter(({ text, align }) => text !== '' && align !== 'center');
    return printed.flatMap((one, index) =>
      printed
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right - 1 &&
            other.left < one.right - 1 &&
            one.top < other.bottom - LEADING &&
            other.top < one.bottom - LEADING,
        )
        .map((other) => [one.text, other.text]),
    );
  });
  expect(overlaps).toEqual([]);
}
