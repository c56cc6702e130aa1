'use client';
import { useCallback } from 'react';
import { ComboboxField, type ComboboxOption, type ComboboxWords } from '@/components/ui/combobox';

type Suggested = { id: string; name: string; detail: string };

/** A choice among the clients, looked up while typing. */
export function ClientField({
  name,
  label,
  clientsUrl,
  words,
  placeholder,
  defaultValue,
  defaultLabel,
  required,
  onPick,
}: {
  name: string;
  label: string;
  /** Answers the clients that match `?q=`. */
  clientsUrl: string;
  words: ComboboxWords;
  placeholder?: string;
  defaultValue?: string;
  defaultLabel?: string;
  required?: boolean;
  onPick?: (option: ComboboxOption | null) => void;
}) {
  const load = useCallback(
    async (query: string): Promise<ComboboxOption[]> => {
      const answer = await fetch(`${clientsUrl}?q=${encodeURIComponent(query)}`);
      if (!answer.ok) throw new Error(`clients: ${answer.status}`);
      const found = (await answer.json()) as Suggested[];
      return found.map((client) => ({ value: client.id, label: client.name, note: client.detail }));
    },
    [clientsUrl],
  );
  return (
    <ComboboxField
      name={name}
      label={label}
      required={required}
      load={load}
      words={words}
      placeholder={placeholder}
      defaultValue={defaultValue}
      defaultLabel={defaultLabel}
      onPick={onPick}
    />
  );
}
