'use client';
import { BookmarkPlus, BookmarkX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ClosingForm } from '@/components/ui/closing-form';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { showToast } from '@/components/ui/show-toast';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import { useDeed } from '@/components/ui/use-deed';
import type { ActionResult } from '@/lib/actions/result';

export type SavedViewWords = {
  save: string;
  title: string;
  name: string;
  nameHelp: string;
  confirm: string;
  saved: string;
  remove: string;
  removed: string;
  undo: string;
  failed: string;
  close: string;
};

type View = { id: string; list: 'CLIENTS' | 'INVOICES'; name: string; query: string };

/** Keeps the filters that are on as a tab, or takes the tab that is open away again, with a way back. */
export function SavedView({
  view,
  isSaved,
  save,
  restore,
  remove,
  words,
  formWords,
}: {
  /** What is shown now: a saved view, or one that could be, with a fresh id and no name. */
  view: View;
  isSaved: boolean;
  save: FormAction;
  restore: (view: View) => Promise<ActionResult>;
  remove: (view: { id: string }) => Promise<ActionResult>;
  words: SavedViewWords;
  formWords: FormWords;
}) {
  const { busy, perform } = useDeed(words.failed);
  if (isSaved) {
    const takeAway = () =>
      perform(
        () => remove({ id: view.id }),
        () =>
          void showToast(words.removed, {
            label: words.undo,
            onSelect: () => perform(() => restore(view)),
          }),
      );
    return (
      <Button variant="ghost" size="sm" icon={<BookmarkX />} busy={busy} onClick={takeAway}>
        {words.remove}
      </Button>
    );
  }
  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      trigger={
        <Button variant="ghost" size="sm" icon={<BookmarkPlus />}>
          {words.save}
        </Button>
      }
    >
      {(close) => (
        <ClosingForm action={save} words={formWords} saved={words.saved} creates close={close}>
          <input type="hidden" name="id" value={view.id} readOnly />
          <input type="hidden" name="list" value={view.list} readOnly />
          <input type="hidden" name="query" value={view.query} readOnly />
          <TextField
            name="name"
            label={words.name}
            help={words.nameHelp}
            required
            maxLength={40}
            autoComplete="off"
          />
          <div className="mt-4 flex justify-end">
            <SubmitButton>{words.confirm}</SubmitButton>
          </div>
        </ClosingForm>
      )}
    </Dialog>
  );
}
