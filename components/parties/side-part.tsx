import type { ReactNode } from 'react';

/** A part of the client's side column: its name, something at its end, its content. No line cuts the parts. */
export function SidePart({
  title,
  end,
  children,
}: {
  title: string;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mb-6" aria-label={title}>
      <div className="mb-2 flex min-h-7 items-center gap-2">
        <h2 className="section-title">{title}</h2>
        {end && <div className="section-end">{end}</div>}
      </div>
      {children}
    </section>
  );
}
