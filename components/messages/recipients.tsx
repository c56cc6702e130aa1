'use client';
import { useState } from 'react';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-input';
import type { SendDraft } from '@/lib/invoices/send-draft';
import type { SendWords } from './send-words';

const OTHER = 'other';

/** To, chosen among the client's people or typed for this one, and copies behind a press. */
export function Recipients(props: {
  recipients: SendDraft['recipients'];
  to: string;
  cc: string;
  onTo: (to: string) => void;
  onCc: (cc: string) => void;
  words: SendWords;
}) {
  const { recipients, to, cc, onTo, onCc, words } = props;
  const [typed, setTyped] = useState(recipients.length === 0);
  const [copies, setCopies] = useState(cc !== '');
  const addCopy = copies ? undefined : (
    <button type="button" className="link" onClick={() => setCopies(true)}>
      {words.addCopy}
    </button>
  );
  const options = [
    ...recipients.map(({ email, name, isMain }) => ({
      value: email,
      label: `${name || email} · ${email}${isMain ? ` · ${words.mainAddress}` : ''}`,
    })),
    { value: OTHER, label: words.other },
  ];
  const pick = (value: string) => {
    setTyped(value === OTHER);
    onTo(value === OTHER ? '' : value);
  };
  return (
    <>
      {recipients.length > 0 && (
        <SelectField
          name={typed ? 'choice' : 'to'}
          label={words.to}
          required
          hint={addCopy}
          options={options}
          value={typed ? OTHER : to}
          onChange={(event) => pick(event.target.value)}
        />
      )}
      {typed && (
        <TextField
          name="to"
          label={recipients.length > 0 ? words.otherLabel : words.to}
          hint={recipients.length > 0 ? undefined : addCopy}
          help={recipients.length > 0 ? words.otherHelp : words.noMain}
          required
          type="email"
          dir="ltr"
          inputMode="email"
          autoComplete="off"
          autoFocus
          value={to}
          onChange={(event) => onTo(event.target.value)}
        />
      )}
      {copies && (
        <TextField
          name="cc"
          label={words.cc}
          help={words.ccHelp}
          dir="ltr"
          autoComplete="off"
          value={cc}
          onChange={(event) => onCc(event.target.value)}
        />
      )}
    </>
  );
}
