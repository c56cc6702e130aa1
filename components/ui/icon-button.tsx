import type { ComponentProps, ReactNode } from 'react';
import { cx } from './class-names';
import { Icon } from './icon';

type Props = { label: string; size?: 'md' | 'sm'; children: ReactNode; className?: string };

/** A square button with an icon alone; `label` is what a screen reader says and what hovering shows. */
export function IconButton({
  label,
  size,
  children,
  className,
  ...rest
}: Props & Omit<ComponentProps<'button'>, 'aria-label'>) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={cx('btn ghost icon-only', size === 'sm' && 'sm', className)}
    >
      <Icon>{children}</Icon>
    </button>
  );
}
