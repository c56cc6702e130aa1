'use client';

import type { ReactNode } from 'react';
import { ClosingForm } from '@/components/ui/closing-form';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { RadioField, type RadioOption } from '@/components/ui/radio-group';
import { SelectField, type SelectOption } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';

/** Invites somebody by mail: address, role, language of the mail. */
export function InviteDialog({
  trigger,
  id,
  action,
  roles,
  languages,
  locale,
  words,
  formWords,
}: {
  trigger: ReactNode;
  /** Of the invitation to be, so that two presses make one. */
  id: string;
  action: FormAction;
  roles: RadioOption[];
  languages: SelectOption[];
  locale: string;
  words: {
    title: string;
    note: string;
    email: string;
    role: string;
    language: string;
    send: string;
    sent: string;
    close: string;
  };
  formWords: FormWords;
}) {
  return (
    <Dialog trigger={trigger} title={words.title} closeLabel={words.close}>
      {(close) => (
        <ClosingForm action={action} words={formWords} saved={words.sent} creates close={close}>
          <input type="hidden" name="id" value={id} />
          <div className="flex flex-col gap-4">
            <p className="meta">{words.note}</p>
            <TextField
              name="email"
              label={words.email}
              required
              type="email"
              dir="ltr"
              autoComplete="off"
              maxLength={254}
            />
            <RadioField name="role" label={words.role} options={roles} defaultValue="MEMBER" />
            <SelectField
              name="locale"
              label={words.language}
              options={languages}
              defaultValue={locale}
            />
            <div className="dialog-actions">
              <SubmitButton>{words.send}</SubmitButton>
            </div>
          </div>
        </ClosingForm>
      )}
    </Dialog>
  );
}
