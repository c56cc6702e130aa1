'use client';

import { signIn } from 'next-auth/react';
import { useRef } from 'react';
import { Form, type FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';

/** Somebody new takes up an invitation: name and password, then in. */
export function JoinForm({
  action,
  token,
  email,
  words,
  formWords,
}: {
  action: FormAction;
  token: string;
  email: string;
  words: { name: string; password: string; passwordHelp: string; button: string };
  formWords: FormWords;
}) {
  const password = useRef('');
  const keeping: FormAction = (previous, form) => {
    password.current = String(form.get('newPassword') ?? '');
    return action(previous, form);
  };
  const enter = async (data: unknown) => {
    const { slug } = data as { slug: string };
    const answer = await signIn('credentials', {
      redirect: false,
      email,
      password: password.current,
    });
    window.location.assign(answer?.ok && !answer.error ? `/b/${slug}/home` : '/sign-in');
  };
  return (
    <Form
      action={keeping}
      words={formWords}
      onDone={(data) => void enter(data)}
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="token" value={token} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField name="name" label={words.name} required maxLength={120} autoComplete="name" />
      <TextField
        name="newPassword"
        label={words.password}
        help={words.passwordHelp}
        required
        type="password"
        dir="ltr"
        autoComplete="new-password"
        maxLength={200}
      />
      <SubmitButton>{words.button}</SubmitButton>
    </Form>
  );
}
