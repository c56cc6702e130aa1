'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cx } from './class-names';

type Shell = {
  title: string;
  note?: ReactNode;
  closeLabel: string;
  wide?: boolean;
  foot?: ReactNode;
  children: ReactNode;
};

/** An open dialog, for parts that hold its state themselves. */
export function DialogShell({ onClose, ...shell }: Shell & { onClose: () => void }) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Content {...shell} />
    </Radix.Root>
  );
}

/** A dialog behind a trigger. A function as children receives `close`. */
export function Dialog({
  trigger,
  children,
  ...shell
}: Omit<Shell, 'children'> & {
  trigger: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Content {...shell}>
        {typeof children === 'function' ? children(() => setOpen(false)) : children}
      </Content>
    </Radix.Root>
  );
}

function Content({ title, note, closeLabel, wide, foot, children }: Shell) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="scrim" />
      <Radix.Content className={cx('dialog', wide && 'wide')} aria-describedby={undefined}>
        <div className="dialog-head">
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          {note && <span className="meta">{note}</span>}
          <Radix.Close className="btn ghost sm icon-only ms-auto" aria-label={closeLabel}>
            <X className="icon" aria-hidden="true" />
          </Radix.Close>
        </div>
        <div className="dialog-body">{children}</div>
        {foot && <div className="dialog-foot justify-end">{foot}</div>}
      </Radix.Content>
    </Radix.Portal>
  );
}
