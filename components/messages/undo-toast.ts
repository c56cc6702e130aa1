'use client';

/** How long Undo is offered: as long as the mail is held, less the way to the server. */
const OFFERED_MS = 9_500;

/** Says what was sent and offers to take it back while it is still held. */
export async function undoToast(
  text: string,
  undo: { label: string; onSelect: () => void },
): Promise<void> {
  const { toast } = await import('sonner');
  toast(text, { duration: OFFERED_MS, action: { label: undo.label, onClick: undo.onSelect } });
}
