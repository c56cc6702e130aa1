import type { ReactNode } from 'react';

/** The head of a page that is a form: its title, and once what the star means. */
export function FormHead({
  title,
  needed,
  status,
}: {
  title: string;
  needed?: string;
  status?: ReactNode;
}) {
  return (
    <div className="page-head px-0 pb-3">
      <h1 className="page-title">{title}</h1>
      {status}
      {needed && (
        <span className="meta ms-auto">
          <span className="star" aria-hidden="true">
            *
          </span>{' '}
          {needed}
        </span>
      )}
    </div>
  );
}
