'use client';
import dynamic from 'next/dynamic';
import { unstable_isUnrecognizedActionError, unstable_rethrow, useRouter } from 'next/navigation';
import {
  type ReactNode,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react';
import type { ActionResult } from '@/lib/actions/result';
import { cx } from './class-names';
import { FormContext } from './form-context';
import { FormSummary } from './form-summary';
import type { FormWords } from './form-words';
import { showToast } from './show-toast';
import { useUnsavedGuard } from './unsaved-guard';
import { useOwnId } from './use-own-id';
import { useVersion } from './use-version';

const FormDialogs = dynamic(() => import('./form-dialogs').then((part) => part.FormDialogs));

export type FormAction = (prev: ActionResult | null, form: FormData) => Promise<ActionResult>;

type FormProps = {
  action: FormAction;
  words: FormWords;
  /** Shown as a toast once saved. */
  saved?: string;
  /** False for forms whose loss costs nothing, such as a search or a sign-in. */
  guard?: boolean;
  /** True for a form whose `id` is that of a row it makes. */
  creates?: boolean;
  /** Called instead of going on, for forms inside client parts such as dialogs. */
  onDone?: (data: unknown) => void;
  /** Called once saved, before going on; a dialog closes itself with it. */
  onSaved?: () => void;
  /** Given, the form fills a page: this head, the fields scrolling below it, and `dock` docked at the foot. */
  head?: ReactNode;
  dock?: ReactNode;
  className?: string;
  id?: string;
  children: ReactNode;
};

/**
 * The form of this product. It works as a plain form without JavaScript; with it, nothing typed is ever lost: a refusal
 * leaves every field as it stands, counts what is wrong, links to it and puts the focus there.
 * On success it goes to `data.href` when the answer has one, else shows the page afresh.
 */
export function Form({
  action,
  words,
  saved,
  guard = true,
  creates = false,
  onDone,
  onSaved,
  head,
  dock,
  className,
  id,
  children,
}: FormProps) {
  const router = useRouter();
  const prefix = useId();
  const root = useRef<HTMLFormElement>(null);
  const sent = useRef(false);
  const version = useVersion(root);
  const ownId = useOwnId(root, creates && !onDone);
  const [dirty, setDirty] = useState(false);
  const [trouble, setTrouble] = useState<'offline' | 'outdated' | null>(null);
  const [dialog, setDialog] = useState(false);
  // The answer of a post without JavaScript, which React puts back into the page it renders.
  const [posted, post] = useActionState(action, null);
  const [answered, setAnswered] = useState<ActionResult | null>(null);
  const [busy, startSending] = useTransition();
  const result = answered ?? posted;
  const send = (data: FormData) =>
    startSending(async () => {
      try {
        const answer = await action(result, data);
        setAnswered(answer);
        if (creates && answer.ok) ownId.made(data);
        settle(answer);
      } catch (error) {
        unstable_rethrow(error);
        setTrouble(unstable_isUnrecognizedActionError(error) ? 'outdated' : 'offline');
      } finally {
        sent.current = false;
      }
    });
  useUnsavedGuard(guard && dirty && !busy, words.leave);

  const settle = (answer: ActionResult) => {
    setDirty(!answer.ok);
    if (!answer.ok) return setDialog(Boolean(answer.signedOut || answer.conflict));
    version.saved();
    if (saved) void showToast(saved);
    onSaved?.();
    if (onDone) return onDone(answer.data);
    const href = hrefOf(answer.data);
    if (href) router.push(href);
    else router.refresh();
  };

  useEffect(() => {
    if (result && !result.ok && !result.signedOut && !result.conflict)
      focusFirstWrong(root.current);
  }, [result]);

  const failed = result && !result.ok && !result.signedOut ? result : null;
  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    // React's events climb out of portals: the form of a dialog opened from here is not this one.
    if (event.target !== event.currentTarget) return;
    // By hand instead of `action`, because React empties the fields of a form after its action.
    event.preventDefault();
    if (busy || sent.current) return;
    sent.current = true;
    setTrouble(null);
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    version.put(data);
    if (creates) ownId.put(data);
    send(data);
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLFormElement>) => {
    if (!event.currentTarget.contains(event.target as Node)) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit(
        event.currentTarget.querySelector<HTMLButtonElement>('button[data-main]') ?? undefined,
      );
    }
  };

  const summary = (
    <FormSummary words={words} prefix={prefix} failure={failed} note={trouble && words[trouble]} />
  );
  return (
    <FormContext
      value={{ prefix, errors: failed?.errors ?? {}, values: failed?.values ?? null, busy, dirty }}
    >
      <form
        ref={root}
        id={id}
        action={post}
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
        onInput={(event) => event.currentTarget.contains(event.target as Node) && setDirty(true)}
        className={cx(Boolean(dock) && 'form-page', className)}
        noValidate
        aria-busy={busy || undefined}
        data-unsaved={(guard && dirty) || undefined}
      >
        {dock ? (
          <>
            <div className="page">
              <div className="form">
                {head}
                {summary}
                {children}
              </div>
            </div>
            {dock}
          </>
        ) : (
          <>
            {head}
            {summary}
            {children}
          </>
        )}
      </form>
      {dialog && result && !result.ok && (result.signedOut || result.conflict) && (
        <FormDialogs
          result={result}
          words={words}
          form={root}
          prefix={prefix}
          onDecided={version.decided}
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
