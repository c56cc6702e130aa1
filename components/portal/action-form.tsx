'use client';

import { type ReactNode, useActionState } from 'react';
import type { ActionResult } from '@/lib/actions/result';

/**
 * A form of the portal: posts to an action that leads on, and says beside the button why it did not. Works as a plain
 * form before, and without, JavaScript.
 */
export function ActionForm({
  action,
  className,
  signedOut,
  children,
}: {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  className?: string;
  /** Said when the session has ended meanwhile. */
  signedOut?: string;
  children: ReactNode;
}) {
  const [state, submit, pending] = useActionState(action, null);
  const problem = problemOf(state, signedOut);
  return (
    <form action={submit} className={className} aria-busy={pending}>
      {children}
      {problem && (
        <p role="alert" className="mt-3 basis-full text-base font-medium text-overdue">
          {problem}
        </p>
      )}
    </form>
  );
}

/** One e-mail field with its button; what was typed stays when it is refused. */
export function EmailForm({
  action,
  words,
  fields,
}: {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  words: { label: string; button: string };
  /** Hidden fields. */
  fields: Record<string, string>;
}) {
  const [state, submit, pending] = useActionState(action, null);
  const problem = problemOf(state);
  const typed = state && !state.ok && !state.signedOut ? state.values.email : undefined;
  return (
    <form action={submit} className="mt-6" aria-busy={pending} noValidate>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="email" className="block text-base font-medium">
        {words.label}
      </label>
      <input
        id="email"
        name="email"
        type="email"
        dir="ltr"
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={typed}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? 'email-error' : undefined}
        className="input mt-1.5 w-full aria-invalid:border-2 aria-invalid:border-overdue"
      />
      {problem && (
        <p id="email-error" role="alert" className="mt-1.5 text-base font-medium text-overdue">
          {problem}
        </p>
      )}
      <button type="submit" className="btn btn-main btn-pay mt-4 w-full">
        {words.button}
      </button>
    </form>
  );
}

function problemOf(state: ActionResult | null, signedOut?: string): string | null {
  if (!state || state.ok) return null;
  if (state.signedOut) return signedOut ?? null;
  return state.message ?? Object.values(state.errors)[0]?.[0] ?? null;
}
