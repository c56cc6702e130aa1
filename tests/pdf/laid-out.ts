import { pdf } from '@react-pdf/renderer';
import { cloneElement } from 'react';
import { z } from 'zod';
import type { Paper } from '@/lib/documents/pdf/paper';
import { registerFonts } from '@/lib/pdf/fonts';
import { PAPERS } from '@/lib/pdf/papers';

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
export async function layOut(paper: Paper): Promise<LaidOutPage[]> {
  registerFonts();
  let root: { children: Node[] } = { children: [] };
  const onRender = (props: unknown) => {
    root = rendered.parse(props)._INTERNAL__LAYOUT__DATA_;
  };
  await pdf(cloneElement(PAPERS.document(paper), { onRender })).toBuffer();
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
