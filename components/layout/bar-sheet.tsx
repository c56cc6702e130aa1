'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '@/components/ui/icon';

/**
 * A place of the phone's bar that opens a sheet of links above it. Opens without JavaScript too; with it, any press
 * elsewhere, also on one of its links, and Escape close it.
 */
export function BarSheet({
  label,
  icon,
  children,
}: {
  label: string;
  icon: ReactNode;
  children: ReactNode;
}) {
  const sheet = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = sheet.current;
      const handle = details?.querySelector('summary');
      if (!details?.open) return;
      if (
        event instanceof KeyboardEvent
          ? event.key !== 'Escape'
          : handle?.contains(event.target as Node)
      )
        return;
      details.open = false;
      if (event instanceof KeyboardEvent) handle?.focus();
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={sheet}>
      <summary className="bar-item">
        <Icon>{icon}</Icon>
        {label}
      </summary>
      <div className="bar-sheet">{children}</div>
    </details>
  );
}
