'use client';
import { Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';

/** A place to drop or choose a file; a plain file input underneath, so it also sends with a plain form. */
export function FileDrop({
  name,
  label,
  help,
  accept,
  multiple,
  onFiles,
}: {
  name: string;
  label: string;
  help?: ReactNode;
  accept?: string;
  multiple?: boolean;
  onFiles?: (files: File[]) => void;
}) {
  const [over, setOver] = useState(false);
  const [names, setNames] = useState<string[]>([]);
  return (
    <label
      className="drop"
      data-over={over || undefined}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      <Upload className="icon text-ink-soft" aria-hidden="true" />
      <span className="font-medium">{names.length > 0 ? names.join(', ') : label}</span>
      {help && <span className="help">{help}</span>}
      <input
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          setNames(files.map((file) => file.name));
          onFiles?.(files);
        }}
      />
    </label>
  );
}
