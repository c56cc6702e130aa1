'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { showToast } from '@/components/ui/show-toast';
import type { ActionResult } from '@/lib/actions/result';

/** A row of the menu that does something at once, says so, and can be taken back where `undo` is given. */
export type Deed = {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
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
  const router = useRouter();
  const [, start] = useTransition();
  const perform = (run: () => Promise<ActionResult>, then?: () => void) =>
    start(async () => {
      const result = await run();
      if (result.ok) {
        router.refresh();
        then?.();
      } else void showToast(result.signedOut ? failed : (result.message ?? failed));
    });
  const items = entries.map((entry): MenuEntry => {
    if (entry === 'line' || 'href' in entry) return entry;
    const { label, icon, danger, run, done, undo } = entry;
    const onSelect = () =>
      perform(run, () => {
        const back = undo && { label: undo.label, onSelect: () => perform(undo.run) };
        void showToast(done, back);
      });
    return { label, icon, danger, onSelect };
  });
  return <Menu trigger={trigger} items={items} />;
}
