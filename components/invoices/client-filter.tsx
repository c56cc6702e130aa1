'use client';
import { useCallback } from 'react';
import { ComboboxField, type ComboboxWords } from '@/components/ui/combobox';
import type { EditorClient } from '@/lib/invoices/editor-data';

/** One client to narrow the list to. */
export function ClientFilter({
  label,
  url,
  words,
  value,
  name,
}: {
  label: string;
  url: string;
  words: ComboboxWords;
  value: string;
  name: string;
}) {
  const load = useCallback(
    async (query: string) => {
      const answer = await fetch(`${url}?q=${encodeURIComponent(query)}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const { rows } = (await answer.json()) as { rows: EditorClient[] };
      return rows.map((client) => ({
        value: client.id,
        label: client.name,
        note: client.addressLines.at(-1),
      }));
    },
    [url],
  );
  return (
    <ComboboxField
      name="client"
      label={label}
      load={load}
      words={words}
      defaultValue={value}
      defaultLabel={name}
    />
  );
}
