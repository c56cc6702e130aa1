'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Form, type FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';

/** A form inside a dialog: once saved, the dialog closes and the page behind it is drawn afresh. */
export function ClosingForm({
  action,
  words,
  saved,
  close,
  children,
}: {
  action: FormAction;
  words: FormWords;
  saved: string;
  close: () => void;
  children: ReactNode;
}) {
  const router = useRouter();
  const done = () => {
    close();
    router.refresh();
  };
  return (
    <Form action={action} words={words} saved={saved} guard={false} onDone={done}>
      {children}
    </Form>
  );
}
