import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cx } from './class-names';

const ICONS = { bad: CircleAlert, warn: TriangleAlert, good: CircleCheck, plain: Info };

/** A remark inside a page, with its remedy beside it. Blocks nothing. */
export function Notice({
  tone = 'plain',
  title,
  icon,
  actions,
  wide,
  children,
}: {
  tone?: keyof typeof ICONS;
  title?: string;
  icon?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}) {
  const Default = ICONS[tone];
  return (
    <div className={cx('notice', tone, wide && 'wide')} role={tone === 'bad' ? 'alert' : 'status'}>
      {icon ? (
        <span className="icon-box">{icon}</span>
      ) : (
        <Default className="icon" aria-hidden="true" />
      )}
      <div className="min-w-0 flex-1">
        {title && <b className="font-semibold">{title}</b>}
        {children && <div className={cx(title && 'mt-0.5')}>{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-start gap-1.5">{actions}</div>}
    </div>
  );
}

/** One line across the top of the window: a region of its own, named by its words. */
export function Banner({ children }: { children: ReactNode }) {
  const id = useId();
  return (
    <section className="banner" id={id} aria-labelledby={id}>
      {children}
    </section>
  );
}
