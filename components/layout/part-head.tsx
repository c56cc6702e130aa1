import type { ReactNode } from 'react';

/** The head of a list among the settings: its name, what it is, and at the end what can be done with the whole of it. */
export function PartHead({
  title,
  note,
  action,
}: {
  title: string;
  note: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="section-title">{title}</h2>
        <p className="meta">{note}</p>
      </div>
      {action}
    </div>
  );
}
