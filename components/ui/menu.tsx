'use client';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import { Icon } from './icon';

export type MenuItem = {
  label: string;
  icon?: ReactNode;
  note?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Given: the item is one of a choice, with a tick when true. */
  checked?: boolean;
  lang?: string;
} & (
  | { href: string; plain?: boolean }
  | { onSelect: () => void }
  | { action: () => Promise<unknown> }
);

export type MenuEntry = MenuItem | 'line' | { heading: string };

/** A menu behind a button. Items lead somewhere (`href`) or do something (`onSelect`, or a server `action`). */
export function Menu({
  trigger,
  items,
  align = 'end',
  open,
  onOpenChange,
}: {
  trigger: ReactNode;
  items: MenuEntry[];
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false} dir={pageDirection()}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align={align} sideOffset={4} collisionPadding={8}>
          {items.map((item, index) => entry(item, index))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function entry(item: MenuEntry, index: number): ReactNode {
  if (item === 'line') return <Radix.Separator key={index} className="menu-line" />;
  if ('heading' in item) {
    return (
      <Radix.Label key={index} className="menu-label">
        {item.heading}
      </Radix.Label>
    );
  }
  const inner = (
    <>
      {item.icon && <Icon>{item.icon}</Icon>}
      <span className="flex-1" lang={item.lang}>
        {item.label}
        {item.note && <span className="meta block">{item.note}</span>}
      </span>
      {item.checked && <Check className="icon icon-sm" aria-hidden="true" />}
    </>
  );
  const look = cx('menu-item', item.danger && 'danger');
  if ('href' in item) {
    return (
      <Radix.Item key={index} asChild disabled={item.disabled}>
        {item.plain ? (
          <a href={item.href} className={look}>
            {inner}
          </a>
        ) : (
          <Link href={item.href} prefetch={false} className={look}>
            {inner}
          </Link>
        )}
      </Radix.Item>
    );
  }
  const run = 'action' in item ? () => void item.action() : item.onSelect;
  if (item.checked !== undefined) {
    return (
      <Radix.CheckboxItem
        key={index}
        checked={item.checked}
        className={look}
        disabled={item.disabled}
        onSelect={run}
      >
        {inner}
      </Radix.CheckboxItem>
    );
  }
  return (
    <Radix.Item key={index} className={look} disabled={item.disabled} onSelect={run}>
      {inner}
    </Radix.Item>
  );
}

function pageDirection(): 'ltr' | 'rtl' {
  return typeof document !== 'undefined' && document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
}
