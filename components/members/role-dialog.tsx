'use client';

import type { ReactNode } from 'react';
import { ClosingForm } from '@/components/ui/closing-form';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { RadioField, type RadioOption } from '@/components/ui/radio-group';
import { SubmitButton } from '@/components/ui/submit-button';

/** Gives a member another role, each with its sentence. */
export function RoleDialog({
  trigger,
  title,
  action,
  member,
  roles,
  words,
  formWords,
}: {
  trigger: ReactNode;
  title: string;
  action: FormAction;
  member: { userId: string; version: number; role: string };
  roles: RadioOption[];
  words: { body: string; role: string; save: string; saved: string; close: string };
  formWords: FormWords;
}) {
  return (
    <Dialog trigger={trigger} title={title} closeLabel={words.close}>
      {(close) => (
        <ClosingForm action={action} words={formWords} saved={words.saved} close={close}>
          <input type="hidden" name="userId" value={member.userId} />
          <input type="hidden" name="version" value={member.version} />
          <div className="flex flex-col gap-4">
            <RadioField
              name="role"
              label={words.role}
              options={roles}
              defaultValue={member.role}
              hideLabel
            />
            <p className="meta">{words.body}</p>
            <div className="dialog-actions">
              <SubmitButton>{words.save}</SubmitButton>
            </div>
          </div>
        </ClosingForm>
      )}
    </Dialog>
  );
}
