'use client';
import { useRouter } from 'next/navigation';
import { ClientField } from '@/components/parties/client-field';
import type { ComboboxWords } from '@/components/ui/combobox';

/** Who paid: the form goes on as soon as a client is picked. */
export function PayerPicker({
  label,
  placeholder,
  clientsUrl,
  formUrl,
  words,
}: {
  label: string;
  placeholder: string;
  clientsUrl: string;
  formUrl: string;
  words: ComboboxWords;
}) {
  const router = useRouter();
  return (
    <ClientField
      name="partyId"
      label={label}
      placeholder={placeholder}
      clientsUrl={clientsUrl}
      words={words}
      required
      onPick={(picked) => picked && router.replace(`${formUrl}?client=${picked.value}`)}
    />
  );
}
