import type { ReactNode } from 'react';

/** A section of a form: its name and a sentence at the start, its fields in two columns at the end. */
export function FormPart({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className="form-part">
      <legend className="sr-only">{title}</legend>
      <div>
        <h2 className="section-title">{title}</h2>
        {note && <p className="meta">{note}</p>}
      </div>
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
