'use client';
import { CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/actions/result';
import { plural } from '@/lib/i18n/plural';
import type { FormWords } from './form-words';

type Failure = Extract<ActionResult, { errors: unknown }>;

/** What stands above a refused form: how much is wrong, that nothing is lost, and a link to each field, from the first on. */
export function FormSummary({
  words,
  prefix,
  failure,
  note,
}: {
  words: FormWords;
  prefix: string;
  failure: Failure | null;
  note: string | null;
}) {
  const [labels, setLabels] = useState<Record<string, string>>({});
  useEffect(() => {
    const known = Object.keys(failure?.errors ?? {})
      .sort((a, b) => inOrder(controlOf(prefix + a), controlOf(prefix + b)))
      .map((name) => [name, labelOf(prefix + name)]);
    setLabels(Object.fromEntries(known.filter(([, label]) => label)));
  }, [failure, prefix]);
  if (!failure && !note) return null;

  const order = Object.keys(labels);
  const errors = Object.entries(failure?.errors ?? {}).sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  const head =
    note ??
    failure?.message ??
    (errors.length > 0 ? plural(words.locale, words.notSaved, errors.length) : words.notSavedPlain);
  return (
    <div className="notice bad mb-1" role="alert" tabIndex={-1}>
      <CircleAlert className="icon" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <b className="font-semibold">{head}</b> {errors.length > 0 && `${words.kept} `}
        {errors.map(([name, sentences], index) => (
          <span key={name}>
            {index > 0 && ' · '}
            {labels[name] ? (
              <a
                className="underline"
                href={`#${prefix}${name}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(prefix + name)?.focus();
                }}
              >
                {labels[name]}
              </a>
            ) : (
              sentences.join(' ')
            )}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The words of a field's label, read from the page, where every field has one. */
export function labelOf(id: string): string {
  const control = controlOf(id);
  // A box stands for itself, a radio button for its group.
  const own = control?.closest('label');
  const isBox = control instanceof HTMLInputElement && control.type === 'checkbox';
  const label =
    document.querySelector(`label[for="${CSS.escape(id)}"]`) ??
    (isBox ? own : (control?.closest('fieldset')?.querySelector('legend') ?? own));
  return label?.firstChild?.textContent?.trim() || label?.textContent?.trim() || '';
}

function controlOf(id: string): HTMLElement | null {
  return document.getElementById(id) ?? document.getElementById(`${id}-on`);
}

/** As they stand on the page. */
function inOrder(a: HTMLElement | null, b: HTMLElement | null): number {
  if (!a || !b) return 0;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
