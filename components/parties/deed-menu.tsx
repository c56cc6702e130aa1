'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { showToast } from '@/components/ui/show-toast';
import { useDeed } from '@/components/ui/use-deed';
import type { ActionResult } from '@/lib/actions/result';

/** A row of the menu that does something and says so. It can be taken back where `undo` is given, or asks first. */
export type Deed = {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  ask?: { title: string; body: string; cancel: string };
  run: () => Promise<ActionResult>;
  done: string;
  undo?: { label: string; run: () => Promise<ActionResult> };
};

/** A menu of links and of deeds on one record. */
export function DeedMenu({
  trigger,
  entries,
  failed,
}: {
  trigger: ReactNode;
  entries: (Deed | { label: string; icon?: ReactNode; href: string; plain?: boolean } | 'line')[];
  failed: string;
}) {
  const [asked, setAsked] = useState<Deed | null>(null);
  const { busy, perform } = useDeed(failed);
  const close = () => setAsked(null);
  const carryOut = ({ run, done, undo }: Deed) =>
    perform(run, () => {
      close();
      const back = undo && { label: undo.label, onSelect: () => perform(undo.run) };
      void showToast(done, back);
    });
  const items = entries.map((entry): MenuEntry => {
    if (entry === 'line' || 'href' in entry) return entry;
    const { label, icon, danger } = entry;
    const onSelect = () => (entry.ask ? setAsked(entry) : carryOut(entry));
    return { label, icon, danger, onSelect };
  });
  return (
    <>
      <Menu trigger={trigger} items={items} />
      {asked?.ask && (
        <DialogShell title={asked.ask.title} closeLabel={asked.ask.cancel} onClose={close}>
          <p>{asked.ask.body}</p>
          <div className="dialog-actions mt-3">
            <Button onClick={close}>{asked.ask.cancel}</Button>
            <Button variant="danger" busy={busy} onClick={() => carryOut(asked)}>
              {asked.label}
            </Button>
          </div>
        </DialogShell>
      )}
    </>
  );
}
