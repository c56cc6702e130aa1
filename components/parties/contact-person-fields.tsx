import { TextField } from '@/components/ui/text-input';
import type { ClientField } from '@/lib/businesses/client-fields';
import type { ClientFormWords } from './client-form-words';

/** Whom one talks to at a new company. Hidden for a person; stands inside `group/client`. */
export function ContactPersonFields({
  words,
  required,
}: {
  words: Pick<ClientFormWords, 'givenName' | 'familyName' | 'jobTitle' | 'jobTitleHelp'>;
  required: readonly ClientField[];
}) {
  return (
    <>
      <TextField
        name="contactGivenName"
        dir="auto"
        label={words.givenName}
        required={required.includes('contactPerson')}
        maxLength={80}
      />
      <TextField name="contactFamilyName" dir="auto" label={words.familyName} maxLength={80} />
      <TextField
        name="contactJobTitle"
        dir="auto"
        label={words.jobTitle}
        help={words.jobTitleHelp}
        maxLength={80}
      />
    </>
  );
}
