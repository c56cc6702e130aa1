'use client';
import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { isLetter } from '@/components/ui/is-letter';
import { Kbd } from '@/components/ui/kbd';
import type { Command } from './command';
import type { FrameWords } from './frame-words';

const CommandPalette = dynamic(
  () => import('./command-palette').then((part) => part.CommandPalette),
  {
    ssr: false,
  },
);

/** The search field of the top bar; it and ⌘K open the palette, whose code comes only then. */
export function CommandTrigger({
  words,
  base,
  commands,
}: {
  words: FrameWords;
  base: string;
  commands: Command[];
}) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isLetter(event, 'k') || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((now) => !now);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="search wide-only"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+k Control+k"
        onClick={() => setOpen(true)}
      >
        <Search className="icon" aria-hidden="true" />
        <span className="clip">{words.search}</span>
        <span className="ms-auto">
          <Kbd>⌘K</Kbd>
        </span>
      </button>
      <span className="ms-auto" />
      <button
        type="button"
        className="btn ghost icon-only phone-only"
        aria-label={words.search}
        onClick={() => setOpen(true)}
      >
        <Search className="icon" aria-hidden="true" />
      </button>
      {open && (
        <CommandPalette
          words={words}
          base={base}
          commands={commands}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
