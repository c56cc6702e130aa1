'use client';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Form, type FormAction } from './form';
import type { FormWords } from './form-words';
import { SubmitButton } from './submit-button';

/** Asks once, in plain words, before something that cannot simply be undone. `children` may hold fields. */
export function ConfirmDialog({
  trigger,
  title,
  body,
  confirm,
  cancel,
  danger = false,
  action,
  words,
  saved,
  fields,
  children,
}: {
  trigger: ReactNode;
  title: string;
  body: ReactNode;
  confirm: string;
  cancel: string;
  danger?: boolean;
  action: FormAction;
  words: FormWords;
  saved?: string;
  /** Hidden values the action needs, such as the record's id and version. */
  fields?: Record<string, string>;
  children?: ReactNode;
}) {
  return (
    <Dialog trigger={trigger} title={title} closeLabel={cancel}>
      {(close) => (
        <Form action={action} words={words} saved={saved} guard={false} onSaved={close}>
          {Object.entries(fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} defaultValue={value} />
          ))}
          <div className="flex flex-col gap-3">
            <div>{body}</div>
            {children}
            <div className="dialog-actions">
              <Button onClick={close}>{cancel}</Button>
              <SubmitButton variant={danger ? 'danger' : 'primary'}>{confirm}</SubmitButton>
            </div>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
