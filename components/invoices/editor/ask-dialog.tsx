'use client';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';

/** Asks once before something that cannot simply be taken back. */
export function AskDialog({
  title,
  body,
  confirm,
  cancel,
  danger,
  busy,
  onConfirm,
  onClose,
}: {
  title: string;
  body: string;
  confirm: string;
  cancel: string;
  danger: boolean;
  busy: boolean;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}) {
  return (
    <DialogShell
      title={title}
      closeLabel={cancel}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            busy={busy}
            onClick={() => void onConfirm()}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {body}
    </DialogShell>
  );
}
