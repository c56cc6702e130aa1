import {
  Ban,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names';

const ICONS = {
  draft: CircleDashed,
  due: Circle,
  part: CircleDot,
  overdue: CircleAlert,
  processing: RefreshCw,
  paid: CircleCheck,
  void: Ban,
  warn: TriangleAlert,
};

export type StatusTone = keyof typeof ICONS;

/** A state: icon, word and colour; filled while something is open, plain once it is done. */
export function StatusPill({
  tone,
  icon,
  className,
  children,
}: {
  tone: StatusTone;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const Default = ICONS[tone];
  return (
    <span className={cx('status', tone, className)}>
      {icon ? (
        <span className="icon-box">{icon}</span>
      ) : (
        <Default className="icon" aria-hidden="true" />
      )}
      {children}
    </span>
  );
}
