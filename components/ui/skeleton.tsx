import { cx } from './class-names';

/** A grey bar where text will be. `label` is said once for the whole region. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cx('skeleton', className ?? 'h-4 w-full')} />;
}

/** The rows of a list that is on its way. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="px-6">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <div key={row} className="flex h-10 items-center gap-6 border-b border-line">
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-3 flex-1" />
          <Skeleton className="h-3 w-20" />
        </div>
      ))}
    </div>
  );
}
