'use client';
import type { ComponentProps } from 'react';
import { Button } from './button';
import { useFormState } from './form-context';

/** Sends the form around it. The primary one is what ⌘↵ presses. */
export function SubmitButton({ variant = 'primary', ...rest }: ComponentProps<typeof Button>) {
  const { busy } = useFormState();
  const main = variant === 'primary' || variant === 'danger';
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      busy={busy && main}
      aria-disabled={busy || undefined}
      data-main={main || undefined}
    />
  );
}
