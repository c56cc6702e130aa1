import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something failed: what, what was kept, the next step, and the number to tell us. */
export function ErrorPanel({
  title,
  body,
  idLabel,
  id,
  actions,
}: {
  title: string;
  body: ReactNode;
  idLabel?: string;
  id?: string;
  actions?: ReactNode;
}) {
  return (
    <div className="max-w-[34rem] p-6 max-md:p-4" role="alert">
      <h1 className="flex items-center gap-2 text-xl">
        <CircleAlert className="icon text-overdue" aria-hidden="true" />
        {title}
      </h1>
      <p className="mt-2 text-ink-soft">{body}</p>
      {id && (
        <p className="meta mt-2">
          {idLabel} <bdi dir="ltr">{id}</bdi>
        </p>
      )}
      {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
