import { type DocumentProps, renderToBuffer } from '@react-pdf/renderer';
import { Component, type ReactElement, type ReactNode } from 'react';
import { registerFonts } from './fonts';
import { PAPERS, type PaperKind, type PaperModels } from './papers';

/**
 * Draws a paper here and now, which blocks the event loop until it is done: only for the render
 * thread (everyone else calls `renderPdf`). The same model always gives the same bytes.
 */
export async function drawPdf<Kind extends PaperKind>(
  kind: Kind,
  model: PaperModels[Kind],
): Promise<Uint8Array<ArrayBuffer>> {
  registerFonts();
  const thrown: unknown[] = [];
  const document = (
    <Boundary onError={(error) => thrown.push(error)}>{PAPERS[kind](model)}</Boundary>
  );
  try {
    // The boundary renders the document and nothing else, which is what react-pdf wants to be given.
    const bytes = await renderToBuffer(document as ReactElement<DocumentProps>);
    // A copy of its own: a pooled Buffer's memory cannot be handed from thread to thread.
    return Uint8Array.from(bytes);
  } catch (error) {
    throw thrown[0] ?? error;
  }
}

interface BoundaryProps {
  onError: (error: unknown) => void;
  children: ReactNode;
}

/** Keeps the error of a part: react-pdf itself only notices that there is no document. */
class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
