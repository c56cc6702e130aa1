'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { cx } from './class-names';
import { useReturnFocus } from './use-return-focus';

type Shell = {
  title: string;
  note?: ReactNode;
  closeLabel: string;
  wide?: boolean;
  foot?: ReactNode;
  children: ReactNode;
};

/** An open dialog, for parts that hold its state themselves. `opener` has the focus afterwards; else what had it before. */
export function DialogShell({
  onClose,
  opener,
  ...shell
}: Shell & { onClose: () => void; opener?: HTMLElement | null }) {
  const returnFocus = useReturnFocus(opener);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Content {...shell} onCloseAutoFocus={returnFocus} />
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

function Content({
  title,
  note,
  closeLabel,
  wide,
  foot,
  onCloseAutoFocus,
  children,
}: Shell & { onCloseAutoFocus?: (event: Event) => void }) {
  const root = useRef<HTMLDivElement>(null);
  /** A press beside the dialog closes it only while nothing typed would be lost. */
  const keepTyped = (event: Event) => {
    if (root.current?.querySelector('form[data-unsaved]')) event.preventDefault();
  };
  return (
    <Radix.Portal>
      <Radix.Overlay className="scrim" />
      <Radix.Content
        ref={root}
        className={cx('dialog', wide && 'wide')}
        aria-describedby={undefined}
        onOpenAutoFocus={focusFirstField}
        onCloseAutoFocus={onCloseAutoFocus}
        onInteractOutside={keepTyped}
      >
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

/** The first field rather than the button that closes; on a touch screen neither, or the keyboard would leap up. */
function focusFirstField(event: Event): void {
  const dialog = event.currentTarget as HTMLElement;
  const field = dialog.querySelector<HTMLElement>(
    '.dialog-body :is(input:not([type="hidden"]), select, textarea)',
  );
  if (!field) return;
  event.preventDefault();
  (window.matchMedia('(pointer: coarse)').matches ? dialog : field).focus();
}
