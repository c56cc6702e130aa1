'use client';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ActionResult } from '@/lib/actions/result';
import { Button, LinkButton } from './button';
import { DialogShell } from './dialog';
import { labelOf } from './form-summary';
import type { FormWords } from './form-words';

type Trouble = Extract<ActionResult, { ok: false }>;

/** The two moments a form needs the person's decision: signed out meanwhile, or saved by somebody else meanwhile. */
export function FormDialogs({
  result,
  words,
  form,
  prefix,
  onDecided,
  onClose,
}: {
  result: Trouble;
  words: FormWords;
  form: RefObject<HTMLFormElement | null>;
  prefix: string;
  /** The version that the person's decision is about. */
  onDecided: (version: string) => void;
  onClose: () => void;
}) {
  if (result.signedOut) {
    const { title, body, open, close, href } = words.signedOut;
    return (
      <DialogShell
        title={title}
        closeLabel={close}
        onClose={onClose}
        foot={
          <>
            <Button onClick={onClose}>{close}</Button>
            <LinkButton href={href} plain target="_blank" variant="primary">
              {open}
            </LinkButton>
          </>
        }
      >
        <p>{body}</p>
      </DialogShell>
    );
  }
  if (!result.conflict) return null;
  const { theirs, version, changedBy } = result.conflict;
  const mine = result.values;
  const differing = Object.keys(theirs).filter((name) => (mine[name] ?? '') !== theirs[name]);
  const says = words.conflict;
  const keepMine = () => {
    onDecided(String(version));
    onClose();
    form.current?.requestSubmit();
  };
  const takeTheirs = () => {
    // Twice, because a country or a kind decides which other fields there are.
    for (let round = 0; round < 2; round += 1) {
      flushSync(() => {
        for (const [name, value] of Object.entries(theirs)) put(form.current, name, value);
      });
    }
    onDecided(String(version));
    onClose();
  };
  return (
    <DialogShell
      title={says.title}
      note={changedBy}
      closeLabel={says.close}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onClick={takeTheirs}>{says.takeTheirs}</Button>
          <Button variant="primary" onClick={keepMine}>
            {says.keepMine}
          </Button>
        </>
      }
    >
      <p className="mb-3">{says.body}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{says.field}</th>
            <th scope="col">{says.mine}</th>
            <th scope="col">{says.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((name) => (
            <tr key={name}>
              <th scope="row">{labelOf(prefix + name) || name}</th>
              <td className="whitespace-normal">{mine[name]}</td>
              <td className="whitespace-normal">{theirs[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DialogShell>
  );
}

/** Sets a control the way typing would, so that React's own state hears of it. */
function put(form: HTMLFormElement | null, name: string, value: string): void {
  const control = form?.elements.namedItem(name);
  if (control instanceof RadioNodeList) {
    const buttons = [...control].filter((one) => one instanceof HTMLInputElement);
    const theirs = buttons.find((one) => one.value === value);
    if (theirs && !theirs.checked) theirs.click();
    return;
  }
  if (
    !(control instanceof HTMLInputElement) &&
    !(control instanceof HTMLTextAreaElement) &&
    !(control instanceof HTMLSelectElement)
  )
    return;
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    if (control.checked !== (control.value === value)) control.click();
    return;
  }
  if (control.value === value) return;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(
    control,
    value,
  );
  // A text field hears of it as of typing, a choice as of choosing.
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}
