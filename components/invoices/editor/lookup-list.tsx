'use client';
import type { ReactNode } from 'react';

export type LookupRow = { key: string; label: ReactNode; note?: ReactNode; icon?: ReactNode };

/** The rows offered below a field. The field that owns it handles the keys and names it with `aria-controls`. */
export function LookupList({
  id,
  label,
  rows,
  active,
  remark,
  onActive,
  onChoose,
}: {
  id: string;
  label: string;
  rows: LookupRow[];
  active: number;
  remark: string | null;
  onActive: (index: number) => void;
  onChoose: (index: number) => void;
}) {
  return (
    <div className="menu listbox">
      {remark && <div className="menu-label">{remark}</div>}
      {rows.length > 0 && (
        <div id={id} role="listbox" aria-label={label} tabIndex={-1}>
          {rows.map((row, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns this list
            <div
              key={row.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="menu-item"
              onPointerMove={() => onActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(index)}
            >
              {row.icon}
              <span className="clip flex-1">{row.label}</span>
              {row.note && <span className="meta clip">{row.note}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
