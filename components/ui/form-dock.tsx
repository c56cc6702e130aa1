'use client';
import type { ReactNode } from 'react';
import { useFormState } from './form-context';

/** The docked foot of a form: its state at the start, its buttons at the end. */
export function FormDock({
  unsaved,
  saving,
  note,
  children,
}: {
  unsaved: string;
  saving: string;
  /** Said at the start while nothing is unsaved. */
  note?: ReactNode;
  children: ReactNode;
}) {
  const { dirty, busy } = useFormState();
  return (
    <div className="dock form-dock">
      <span className="meta flex items-center gap-1.5 ps-2" role="status">
        {busy ? saving : dirty ? <Unsaved text={unsaved} /> : note}
      </span>
      <span className="ms-auto" />
      {children}
    </div>
  );
}

const Unsaved = ({ text }: { text: string }) => (
  <>
    <span className="dot" />
    {text}
  </>
);
