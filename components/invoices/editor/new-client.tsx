'use client';
import { useState } from 'react';
import type { ClientFormChoices, ClientFormWords } from '@/components/parties/client-form-words';
import type { ClientFormValues } from '@/components/parties/form-values';
import { QuickCreate } from '@/components/parties/quick-create';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import type { Locale } from '@/lib/i18n/locale';
import { lineId } from './editor-state';

/** What the page brings for a client to be made from the editor. */
export type NewClientForm = {
  title: string;
  action: FormAction;
  checkUrl: string;
  values: ClientFormValues;
  words: ClientFormWords;
  formWords: FormWords;
  choices: ClientFormChoices;
};

/** The short form of a client, begun with the name that was searched for; answers the new client's id. */
export function NewClient({
  form,
  name,
  locale,
  onMade,
  onClose,
}: {
  form: NewClientForm;
  name: string;
  locale: Locale;
  onMade: (id: string) => void;
  onClose: () => void;
}) {
  const [id] = useState(lineId);
  const [givenName = '', ...others] = name.split(/\s+/);
  return (
    <QuickCreate
      {...form}
      id={id}
      values={{
        ...form.values,
        companyName: name.slice(0, 160),
        givenName: givenName.slice(0, 80),
        familyName: others.join(' ').slice(0, 80),
      }}
      locale={locale}
      onMade={(client) => onMade(client.id)}
      onClose={onClose}
    />
  );
}
