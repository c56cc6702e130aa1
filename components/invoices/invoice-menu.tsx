'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { Form, type FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { showToast } from '@/components/ui/show-toast';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area';
import type { ActionResult } from '@/lib/actions/result';

type Names = 'more' | 'duplicate' | 'markSent' | 'void';
type Words = Record<
  Names | 'voidTitle' | 'voidBody' | 'reason' | 'reasonHelp' | 'cancel' | 'voided' | 'failed',
  string
>;

/** The rarer deeds on an issued invoice. What the person may not do is not there. */
export function InvoiceMenu({
  id,
  newId,
  words,
  formWords,
  actions,
  icons,
}: {
  id: string;
  /** The id of a duplicate, so that a double click is one draft. */
  newId: string;
  words: Words;
  formWords: FormWords;
  actions: {
    duplicate?: (input: { id: string; newId: string }) => Promise<ActionResult<{ href: string }>>;
    markSent?: (input: { ids: string[] }) => Promise<ActionResult<{ text: string }>>;
    makeVoid?: FormAction;
  };
  icons: Record<Names, ReactNode>;
}) {
  const router = useRouter();
  const [voiding, setVoiding] = useState(false);
  const { duplicate, markSent, makeVoid } = actions;
  /** Null: the line or the server was away. */
  const failed = (result: ActionResult | null) =>
    void showToast((result && !result.ok && !result.signedOut && result.message) || words.failed);
  const items: MenuEntry[] = [];
  if (duplicate) {
    items.push({
      label: words.duplicate,
      icon: icons.duplicate,
      onSelect: async () => {
        const result = await duplicate({ id, newId }).catch(() => null);
        if (result?.ok) router.push(result.data.href);
        else failed(result);
      },
    });
  }
  if (markSent) {
    items.push({
      label: words.markSent,
      icon: icons.markSent,
      onSelect: async () => {
        const result = await markSent({ ids: [id] }).catch(() => null);
        if (!result?.ok) return failed(result);
        void showToast(result.data.text);
        router.refresh();
      },
    });
  }
  if (makeVoid) {
    items.push('line', {
      label: words.void,
      icon: icons.void,
      danger: true,
      onSelect: () => setVoiding(true),
    });
  }
  if (items.length === 0) return null;
  return (
    <>
      <Menu trigger={<IconButton label={words.more}>{icons.more}</IconButton>} items={items} />
      {voiding && makeVoid && (
        <DialogShell
          title={words.voidTitle}
          closeLabel={words.cancel}
          onClose={() => setVoiding(false)}
        >
          <Form
            action={makeVoid}
            words={formWords}
            saved={words.voided}
            guard={false}
            onDone={() => {
              setVoiding(false);
              router.refresh();
            }}
          >
            <input type="hidden" name="id" value={id} />
            <div className="flex flex-col gap-3">
              <p>{words.voidBody}</p>
              <TextAreaField
                name="reason"
                label={words.reason}
                help={words.reasonHelp}
                required
                rows={3}
              />
              <div className="dialog-actions">
                <Button onClick={() => setVoiding(false)}>{words.cancel}</Button>
                <SubmitButton variant="danger">{words.void}</SubmitButton>
              </div>
            </div>
          </Form>
        </DialogShell>
      )}
    </>
  );
}
