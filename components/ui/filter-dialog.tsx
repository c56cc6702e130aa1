'use client';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

export type FilterDialogWords = { open: string; title: string; apply: string; close: string };

/** The last chip above a list: a dialog whose plain GET form puts every choice into the address. */
export function FilterDialog({
  words,
  list,
  keep,
  children,
}: {
  words: FilterDialogWords;
  list: string;
  /** What stands in the address already and is not asked for here. */
  keep: Record<string, string | undefined>;
  children: ReactNode;
}) {
  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      trigger={
        <button type="button" className="chip add">
          <Plus className="icon icon-sm" aria-hidden="true" />
          {words.open}
        </button>
      }
    >
      <form action={list} method="get" className="flex flex-col gap-3">
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <div className="flex justify-end pt-1">
          <Button type="submit" variant="primary">
            {words.apply}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
