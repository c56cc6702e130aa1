import { Avatar } from '@/components/ui/avatar';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import type { NoteKind } from '@/lib/db/generated/enums';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import { EditNote, NewNote, type NoteWords } from './note-form';

type Note = {
  id: string;
  kind: NoteKind;
  body: string;
  authorId: string;
  authorName: string;
  createdAt: Date;
  editedAt: Date | null;
  version: number;
};

/** Private notes, newest first; one's own can be rewritten in place. */
export function ClientNotes({
  notes,
  partyId,
  newNoteId,
  readerId,
  add,
  edit,
  formWords,
  t,
  f,
}: {
  notes: Note[];
  partyId: string;
  newNoteId: string;
  readerId: string;
  /** Null for a reader who may not write. */
  add: FormAction | null;
  edit: FormAction | null;
  formWords: FormWords;
  t: T;
  f: Formatter;
}) {
  const words: NoteWords = {
    label: t('clients.notes.label'),
    placeholder: t('clients.notes.placeholder'),
    add: t('clients.notes.add'),
    logCall: t('clients.notes.logCall'),
    edit: t('clients.notes.edit'),
    save: t('common.form.save'),
    cancel: t('common.form.cancel'),
    added: t('clients.notes.added'),
    changed: t('clients.notes.changed'),
  };
  return (
    <>
      {add && (
        <NewNote
          action={add}
          partyId={partyId}
          id={newNoteId}
          words={words}
          formWords={formWords}
        />
      )}
      {notes.length === 0 && (
        <p className="meta px-6 pb-4 max-md:px-4">{t('clients.notes.none')}</p>
      )}
      <ul>
        {notes.map((note) => (
          <li key={note.id} className="row flex-wrap items-start py-2.5">
            <Avatar name={note.authorName} />
            <div className="min-w-0 flex-1">
              <div className="flex items-baseline gap-2">
                <bdi className="font-medium">{note.authorName}</bdi>
                <time className="meta" dateTime={note.createdAt.toISOString()}>
                  {f.instant(note.createdAt)}
                </time>
                {note.kind === 'CALL' && <span className="meta">{t('clients.notes.call')}</span>}
                {note.editedAt && <span className="meta">{t('clients.notes.edited')}</span>}
              </div>
              <p dir="auto" className="whitespace-pre-line wrap-anywhere [text-align:match-parent]">
                {note.body}
              </p>
            </div>
            {edit && note.authorId === readerId && (
              <EditNote
                action={edit}
                note={{ id: note.id, version: note.version, body: note.body }}
                words={words}
                formWords={formWords}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
