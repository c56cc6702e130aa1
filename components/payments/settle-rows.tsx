'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, useField, wire } from '@/components/ui/field';
import { useFormState } from '@/components/ui/form-context';
import { normaliseDigits } from '@/lib/i18n/digits';
import type { Locale } from '@/lib/i18n/locale';
import { formatMoney } from '@/lib/money/format-money';
import { parseAmount, sum, toDecimalText } from '@/lib/money/money';
import { suggestAllocations } from '@/lib/payments/suggest';

/** An open invoice as the form shows it; `open` in minor units, the rest finished text. */
export type SettleInvoice = {
  id: string;
  number: string;
  open: string;
  openText: string;
  note: string;
  late: boolean;
  label: string;
};

export type SettleWords = {
  suggest: string;
  /** With `{amount}`. */
  becomesCredit: string;
  overSettled: string;
  allSettled: string;
};

/**
 * What a payment settles: suggested for the typed amount until a row is changed by hand. Below stands what becomes of the
 * rest. The server works everything out again from the typed text.
 */
export function SettleRows({
  amount,
  currency,
  locale,
  invoices,
  words,
}: {
  /** The amount as typed so far. */
  amount: string;
  currency: string;
  locale: Locale;
  invoices: SettleInvoice[];
  words: SettleWords;
}) {
  const { values } = useFormState();
  const [typed, setTyped] = useState<Record<string, string> | null>(() => typedBefore(values));
  const paid = minorOf(amount, currency);
  const suggested = suggestAllocations(
    paid,
    invoices.map(({ id, open }) => ({ id, open: BigInt(open) })),
  ).settled;
  const textOf = (id: string): string => {
    if (typed) return typed[id] ?? '';
    const minor = suggested.get(id);
    return minor ? toDecimalText(minor, currency) : '';
  };
  const settled = sum(invoices.map(({ id }) => minorOf(textOf(id), currency)));
  return (
    <div className="wide flex flex-col">
      <ul className="flex flex-col">
        {invoices.map((invoice) => (
          <li
            key={invoice.id}
            className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-3 border-b border-line py-1.5"
          >
            <span className="min-w-0 text-sm">
              <bdi dir="ltr" className="font-medium">
                {invoice.number}
              </bdi>
              <span className="block text-xs text-ink-soft">
                {invoice.openText}
                {invoice.note && (
                  <>
                    {' · '}
                    <span className={invoice.late ? 'late' : undefined}>{invoice.note}</span>
                  </>
                )}
              </span>
            </span>
            <Field name={`settle.${invoice.id}`} label={invoice.label} hideLabel>
              <SettleInput
                text={textOf(invoice.id)}
                onText={(text) =>
                  setTyped({
                    ...Object.fromEntries(invoices.map(({ id }) => [id, textOf(id)])),
                    [invoice.id]: text,
                  })
                }
              />
            </Field>
          </li>
        ))}
      </ul>
      <div className="flex min-h-10 flex-wrap items-center gap-3 pt-2 text-sm">
        <span role="status">{remark(paid - settled, currency, locale, words)}</span>
        {typed && (
          <Button size="sm" variant="ghost" className="ms-auto" onClick={() => setTyped(null)}>
            {words.suggest}
          </Button>
        )}
      </div>
    </div>
  );
}

function SettleInput({ text, onText }: { text: string; onText: (text: string) => void }) {
  const field = useField();
  return (
    <span className="input amount-field" dir="ltr">
      <input
        {...wire(field)}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        className="text-end"
        value={text}
        onChange={(event) => onText(normaliseDigits(event.target.value))}
      />
    </span>
  );
}

function remark(left: bigint, currency: string, locale: Locale, words: SettleWords): string {
  const say = (text: string, minor: bigint) =>
    text.replace('{amount}', formatMoney(minor, currency, locale));
  if (left < 0n) return say(words.overSettled, -left);
  return left > 0n ? say(words.becomesCredit, left) : words.allSettled;
}

function minorOf(text: string, currency: string): bigint {
  const parsed = parseAmount(text, currency);
  return parsed.ok && parsed.minor > 0n ? parsed.minor : 0n;
}

/** What was typed before a refusal, as the answer without JavaScript brings it back. */
function typedBefore(values: Record<string, string> | null): Record<string, string> | null {
  if (!values) return null;
  const found = Object.entries(values).filter(([name]) => name.startsWith('settle.'));
  return Object.fromEntries(found.map(([name, text]) => [name.slice('settle.'.length), text]));
}
