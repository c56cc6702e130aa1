import type { ReactNode } from 'react';

/** A section's name, with something to do at the end of its line. */
export function SectionTitle({
  id,
  children,
  end,
}: {
  id: string;
  children: ReactNode;
  end?: ReactNode;
}) {
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
      <h2 id={id} className="scroll-mt-6 text-xl font-semibold">
        {children}
      </h2>
      {end}
    </div>
  );
}

/** The way back, above a page's title. */
export function BackLink({
  href,
  icon,
  children,
}: {
  href: string;
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      className="no-print -ms-1 -mt-3 mb-1 inline-flex min-h-11 items-center gap-1.5 text-base text-ink-soft hover:text-ink sm:-mt-7"
    >
      {icon}
      {children}
    </a>
  );
}
