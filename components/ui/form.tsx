'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import {
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { ActionResult } from '@/lib/actions/result';
import { cx } from './class-names';
import { FormContext } from './form-context';
import { FormSummary } from './form-summary';
import type { FormWords } from './form-words';
import { showToast } from './show-toast';
import { useUnsavedGuard } from './unsaved-guard';

const FormDialogs = dynamic(() => import('./form-dialogs').then((part) => part.FormDialogs));

export type FormAction = (prev: ActionResult | null, form: FormData) => Promise<ActionResult>;

type FormProps = {
  action: FormAction;
  words: FormWords;
  /** Shown as a toast once saved. */
  saved?: string;
  /** False for forms whose loss costs nothing, such as a search or a sign-in. */
  guard?: boolean;
  /** Called instead of going on, for forms inside client parts such as dialogs. */
  onDone?: (data: unknown) => void;
  className?: string;
  id?: string;
  children: ReactNode;
};

/**
 * The form of this product. It works as a plain form without JavaScript; with it, nothing typed is ever lost: a refusal
 * leaves every field as it stands, counts what is wrong, links to it and puts the focus there.
 * On success it goes to `data.href` when the answer has one, else shows the page afresh.
 */
export function Form({ action, words, saved, guard = true, onDone, className, id, children }: FormProps) {
  const router = useRouter();
  const prefix = useId();
  const root = useRef<HTMLFormElement>(null);
  const sent = useRef(false);
  const [dirty, setDirty] = useState(false);
  const [offline, setOffline] = useState(false);
  const [dialog, setDialog] = useState(false);
  const [result, submit, busy] = useActionState(async (previous: ActionResult | null, form: FormData) => {
    try {
      return await action(previous, form);
    } catch (error) {
      // A redirect travels as an error with a digest and belongs to the router; a broken line does not.
      if (typeof error === 'object' && error && 'digest' in error) throw error;
      setOffline(true);
      return previous;
    }
  }, null);
  useUnsavedGuard(guard && dirty && !busy, words.leave);

  useEffect(() => {
    sent.current = false;
    if (!result) return;
    if (result.ok) {
      setDirty(false);
      if (saved) showToast(saved);
      if (onDone) return onDone(result.data);
      const href = hrefOf(result.data);
      if (href) router.push(href);
      else router.refresh();
      return;
    }
    if (result.signedOut || result.conflict) return setDialog(true);
    focusFirstWrong(root.current);
    // A new result is the only reason to act; the others are constants of the page.
    // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  }, [result]);

  const failed = result && !result.ok && !result.signedOut ? result : null;
  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    // By hand instead of `action`, because React empties the fields of a form after its action.
    event.preventDefault();
    if (busy || sent.current) return;
    sent.current = true;
    setOffline(false);
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => submit(data));
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit(
        event.currentTarget.querySelector<HTMLButtonElement>('button[data-main]') ?? undefined,
      );
    }
  };

  return (
    <FormContext
      value={{ prefix, errors: failed?.errors ?? {}, values: failed?.values ?? null, busy, dirty }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: ⌘↵ anywhere in the form saves it */}
      <form
        ref={root}
        id={id}
        action={submit}
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
        onInput={() => setDirty(true)}
        className={cx(className)}
        noValidate
        aria-busy={busy || undefined}
      >
        <FormSummary
          words={words}
          prefix={prefix}
          failure={failed}
          note={offline ? words.offline : null}
        />
        {children}
      </form>
      {dialog && result && !result.ok && (result.signedOut || result.conflict) && (
        <FormDialogs
          result={result}
          words={words}
          form={root}
          prefix={prefix}
          onClose={() => setDialog(false)}
        />
      )}
    </FormContext>
  );
}

function hrefOf(data: unknown): string | null {
  const href = typeof data === 'object' && data && 'href' in data ? data.href : null;
  return typeof href === 'string' ? href : null;
}

function focusFirstWrong(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], .wrong input');
  (wrong ?? form?.querySelector<HTMLElement>('[role="alert"]'))?.focus();
}
