'use client';
import { Phone } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, type FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area';

export type NoteWords = {
  label: string;
  placeholder: string;
  add: string;
  logCall: string;
  edit: string;
  save: string;
  cancel: string;
  added: string;
  changed: string;
};

/** Writes a note, or logs a call: which of the two is the button that is pressed. Each note has its own id, made by the server with the page; a written one empties the form. */
export function NewNote({
  action,
  partyId,
  id,
  words,
  formWords,
}: {
  action: FormAction;
  partyId: string;
  id: string;
  words: NoteWords;
  formWords: FormWords;
}) {
  const router = useRouter();
  const [note, setNote] = useState({ id, isWritten: false });
  // Once written, the next page the server draws brings the id of the next note.
  if (note.isWritten && note.id !== id) setNote({ id, isWritten: false });
  return (
    <Form
      key={note.id}
      action={action}
      words={formWords}
      saved={words.added}
      creates
      onDone={() => {
        setNote({ ...note, isWritten: true });
        router.refresh();
      }}
      className="px-6 pt-4 pb-2 max-md:px-4"
    >
      <input type="hidden" name="id" value={note.id} readOnly />
      <input type="hidden" name="partyId" value={partyId} readOnly />
      <TextAreaField
        name="body"
        label={words.label}
        hideLabel
        placeholder={words.placeholder}
        rows={2}
        maxLength={4000}
      />
      <div className="mt-2 flex justify-end gap-2">
        <SubmitButton size="sm" variant="outline" name="kind" value="CALL" icon={<Phone />}>
          {words.logCall}
        </SubmitButton>
        <SubmitButton size="sm" name="kind" value="NOTE">
          {words.add}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** One's own note, to be rewritten in place. */
export function EditNote({
  action,
  note,
  words,
  formWords,
}: {
  action: FormAction;
  note: { id: string; version: number; body: string };
  words: NoteWords;
  formWords: FormWords;
}) {
  const router = useRouter();
  const [state, setState] = useState<'untouched' | 'open' | 'shut'>('untouched');
  const shut = () => setState('shut');
  if (state !== 'open') {
    return (
      // The focus goes back to where it came from.
      <Button
        variant="ghost"
        size="sm"
        autoFocus={state === 'shut'}
        onClick={() => setState('open')}
      >
        {words.edit}
      </Button>
    );
  }
  return (
    <Form
      action={action}
      words={formWords}
      saved={words.changed}
      onDone={() => {
        shut();
        router.refresh();
      }}
      className="w-full"
    >
      <input type="hidden" name="id" value={note.id} readOnly />
      <input type="hidden" name="version" defaultValue={String(note.version)} />
      <TextAreaField
        name="body"
        label={words.label}
        hideLabel
        defaultValue={note.body}
        rows={3}
        maxLength={4000}
        autoFocus
      />
      <div className="mt-2 flex justify-end gap-2">
        <Button variant="ghost" size="sm" onClick={shut}>
          {words.cancel}
        </Button>
        <SubmitButton size="sm">{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
