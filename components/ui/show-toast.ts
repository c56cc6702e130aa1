'use client';

/** Says a short sentence at the edge of the screen; `action` offers one thing to do, such as undo. */
export async function showToast(
  text: string,
  action?: { label: string; onSelect: () => void },
): Promise<void> {
  const { toast } = await import('sonner');
  toast(text, action && { action: { label: action.label, onClick: action.onSelect } });
}
