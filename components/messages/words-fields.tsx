'use client';
import { RotateCcw } from 'lucide-react';
import { TextAreaField } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-input';
import type { SendPreview } from '@/lib/invoices/send-draft';
import type { SendEdits } from './send-props';
import type { SendWords } from './send-words';

/** Which template is used, and its words, filled; what is changed here is for this mail alone. */
export function WordsFields(props: {
  edits: SendEdits;
  preview: SendPreview | null;
  onEdit: (edits: SendEdits) => void;
  templatesHref: string | null;
  words: SendWords;
}) {
  const { edits, preview, onEdit, templatesHref, words } = props;
  const changed = edits.subject !== null || edits.body !== null;
  return (
    <>
      <div className="field">
        <div className="label-row">
          <span className="label">{words.template}</span>
          {templatesHref && (
            <a className="hint link" href={templatesHref}>
              {words.templateEdit}
            </a>
          )}
        </div>
        <div className="flex min-h-8 flex-wrap items-center gap-2 text-sm">
          {preview && <span className="tag">{words.sources[preview.source]}</span>}
          {changed && (
            <button
              type="button"
              className="link inline-flex items-center gap-1"
              onClick={() => onEdit({ subject: null, body: null })}
            >
              <RotateCcw className="icon icon-sm" aria-hidden="true" />
              {words.restore}
            </button>
          )}
        </div>
      </div>
      <TextField
        name="subject"
        label={words.subject}
        required
        dir="auto"
        maxLength={200}
        value={edits.subject ?? preview?.subject ?? ''}
        readOnly={!preview}
        onChange={(event) => onEdit({ ...edits, subject: event.target.value })}
      />
      <TextAreaField
        name="body"
        label={words.message}
        help={words.messageHelp}
        required
        dir="auto"
        rows={8}
        maxLength={10_000}
        value={edits.body ?? preview?.body ?? ''}
        readOnly={!preview}
        onChange={(event) => onEdit({ ...edits, body: event.target.value })}
      />
    </>
  );
}
