'use client';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Form, type FormAction } from './form';
import type { FormWords } from './form-words';

/** A form inside a dialog: once saved, the dialog closes and the page behind it is drawn afresh. */
export function ClosingForm({
  action,
  words,
  saved,
  creates,
  close,
  children,
}: {
  action: FormAction;
  words: FormWords;
  saved: string;
  /** True for a form whose `id` is that of a row it makes. */
  creates?: boolean;
  close: () => void;
  children: ReactNode;
}) {
  const router = useRouter();
  const done = () => {
    close();
    router.refresh();
  };
  return (
    <Form action={action} words={words} saved={saved} creates={creates} onDone={done}>
      {children}
    </Form>
  );
}
