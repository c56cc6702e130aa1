'use client';
import { Plus } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { isLetter } from '@/components/ui/is-letter';
import { Kbd } from '@/components/ui/kbd';
import { Menu } from '@/components/ui/menu';
import { isTyping } from '@/components/ui/use-list-keys';

/** "+ New" from any screen; the key C opens it. */
export function CreateMenu({
  label,
  items,
}: {
  label: string;
  items: { href: string; label: string; icon: ReactNode }[];
}) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isLetter(event, 'c') || isTyping(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Menu
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="btn wide-only" aria-keyshortcuts="c">
          <Plus className="icon" aria-hidden="true" />
          {label}
          <Kbd>C</Kbd>
        </button>
      }
      items={items}
    />
  );
}
