import type { ReactNode } from 'react';

/** A part of a page, cut off by a hairline: its head, something at its end, its content. */
export function Section({
  title,
  end,
  id,
  className,
  children,
}: {
  title: string;
  end?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={className} id={id} aria-label={title}>
      <div className="section-head">
        <h2 className="section-title">{title}</h2>
        {end && <div className="section-end">{end}</div>}
      </div>
      {children}
    </section>
  );
}

/** A part of a side column, cut off by a hairline unless `plain`. */
export function Panel({
  title,
  end,
  plain,
  children,
}: {
  title: string;
  end?: ReactNode;
  plain?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={plain ? 'mb-6' : 'panel'} aria-label={title}>
      <div className="mb-2 flex min-h-7 items-center gap-2">
        <h2 className="section-title">{title}</h2>
        {end && <div className="section-end">{end}</div>}
      </div>
      {children}
    </section>
  );
}

/** A main column and a side column with facts; one below the other on a phone. */
export function Split({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="split">
      <div className="min-w-0">{children}</div>
      <aside>{aside}</aside>
    </div>
  );
}
