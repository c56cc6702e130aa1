'use client';
import { Bell as BellIcon } from 'lucide-react';
import { Menu, type MenuEntry } from '@/components/ui/menu';

/** What waits for a hand, as a count and a menu that leads to each. */
export function Bell({
  label,
  count,
  empty,
  items,
}: {
  label: string;
  /** Finished text: '3', '99+'. */
  count: string;
  /** Said when nothing waits. */
  empty: string;
  items: MenuEntry[];
}) {
  return (
    <Menu
      trigger={
        <button type="button" className="btn ghost icon-only bell" aria-label={label} title={label}>
          <BellIcon className="icon" aria-hidden="true" />
          {items.length > 0 && (
            <span className="unread" aria-hidden="true">
              {count}
            </span>
          )}
        </button>
      }
      items={items.length > 0 ? items : [{ heading: empty }]}
    />
  );
}
