'use client';

import { signIn } from 'next-auth/react';
import { useRef } from 'react';
import { Form, type FormAction } from '@/components/ui/form';
import { FormPart } from '@/components/ui/form-part';
import type { FormWords } from '@/components/ui/form-words';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import {
  type NewBusinessChoices,
  NewBusinessFields,
  type NewBusinessWords,
} from './new-business-fields';

export type SignUpWords = NewBusinessWords & {
  you: string;
  youNote: string;
  yourName: string;
  email: string;
  password: string;
  passwordHelp: string;
  button: string;
};

/**
 * One form for the person and their first business; signs them in when it is there. `mailed` is the address that a link
 * has proven to be theirs, and its token; without it (the first run) the form asks for the address.
 */
export function SignUpForm({
  action,
  mailed = null,
  words,
  formWords,
  choices,
}: {
  action: FormAction;
  mailed?: { email: string; token: string } | null;
  words: SignUpWords;
  formWords: FormWords;
  choices: NewBusinessChoices;
}) {
  const password = useRef('');
  const keeping: FormAction = (previous, form) => {
    password.current = String(form.get('newPassword') ?? '');
    return action(previous, form);
  };
  const enter = async (data: unknown) => {
    const { email, slug } = data as { email: string; slug: string };
    const answer = await signIn('credentials', {
      redirect: false,
      email,
      password: password.current,
    });
    // A whole new page: cookies for session and language were set meanwhile.
    window.location.assign(answer?.ok && !answer.error ? `/b/${slug}/home` : '/sign-in');
  };
  return (
    <Form action={keeping} words={formWords} onDone={(data) => void enter(data)}>
      <FormPart title={words.you} note={words.youNote}>
        <TextField
          name="personName"
          dir="auto"
          label={words.yourName}
          required
          wide
          maxLength={120}
          autoComplete="name"
        />
        {mailed ? (
          <>
            <input type="hidden" name="token" value={mailed.token} />
            {/* Lets password managers file the password under the right name. */}
            <input type="email" autoComplete="username" value={mailed.email} readOnly hidden />
          </>
        ) : (
          <TextField
            name="email"
            label={words.email}
            required
            type="email"
            dir="ltr"
            autoComplete="username"
            maxLength={254}
          />
        )}
        <TextField
          name="newPassword"
          label={words.password}
          help={words.passwordHelp}
          required
          wide={mailed !== null}
          type="password"
          dir="ltr"
          autoComplete="new-password"
          maxLength={200}
        />
      </FormPart>
      <NewBusinessFields words={words} choices={choices} />
      <div className="flex justify-end pt-5">
        <SubmitButton>{words.button}</SubmitButton>
      </div>
    </Form>
  );
}
