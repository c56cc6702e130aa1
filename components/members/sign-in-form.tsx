'use client';

import { signIn } from 'next-auth/react';
import type { ReactNode } from 'react';
import { Form, type FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';

export type SignInWords = {
  email: string;
  password: string;
  button: string;
  wrong: string;
  tooMany: string;
  away: string;
};

/** E-mail and password, checked by next-auth; one answer for an unknown address and a wrong password. */
export function SignInForm({
  words,
  formWords,
  codes,
  next,
  remember,
  forgotten,
}: {
  words: SignInWords;
  formWords: FormWords;
  /** The error texts that stand for too many attempts and for a wrong e-mail or password. */
  codes: { tooMany: string; wrong: string };
  /** Where to go afterwards: a path of this site, checked by the server. */
  next: string;
  /** Makes the browser read in the person's own language from now on. */
  remember: () => Promise<unknown>;
  forgotten: ReactNode;
}) {
  const check: FormAction = async (_previous, form) => {
    const typed = String(form.get('email') ?? '');
    const refuse = (message: string) =>
      ({ ok: false, errors: {}, message, values: { email: typed } }) as const;
    const answer = await signIn('credentials', {
      redirect: false,
      email: typed,
      password: String(form.get('password') ?? ''),
    });
    if (answer?.error === codes.tooMany) return refuse(words.tooMany);
    if (answer?.error === codes.wrong) return refuse(words.wrong);
    if (!answer?.ok || answer.error) return refuse(words.away);
    return { ok: true, data: null };
  };
  const enter = async () => {
    try {
      await remember();
    } finally {
      window.location.assign(next);
    }
  };
  return (
    <Form
      action={check}
      words={formWords}
      guard={false}
      onDone={() => void enter()}
      className="flex flex-col gap-4"
    >
      <TextField
        name="email"
        label={words.email}
        type="email"
        dir="ltr"
        autoComplete="username"
        maxLength={254}
      />
      <TextField
        name="password"
        label={words.password}
        hint={forgotten}
        type="password"
        dir="ltr"
        autoComplete="current-password"
        maxLength={200}
      />
      <SubmitButton>{words.button}</SubmitButton>
    </Form>
  );
}
