'use client';
import { useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select';
import { TextAreaField } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-input';
import type { Direction, Locale } from '@/lib/i18n/locale';
import type { TemplatePreview } from '@/lib/messages/template-preview';
import { MailFrame } from './mail-frame';
import { usePreview } from './use-preview';

type Words = Record<
  | 'note'
  | 'subject'
  | 'body'
  | 'bodyHelp'
  | 'insert'
  | 'preview'
  | 'previewOn'
  | 'example'
  | 'waiting'
  | 'failed'
  | 'unknown',
  string
>;

/** Subject and body with buttons that put a variable where the caret stands, beside the mail as a client would get it. */
export function TemplateEditor(props: {
  kind: string;
  locale: Locale;
  dir: Direction;
  template: { subject: string; body: string };
  subjects: { value: string; label: string }[];
  variables: { name: string; label: string }[];
  previewHref: string;
  words: Words;
}) {
  const { kind, locale, dir, template, subjects, variables, previewHref, words } = props;
  const [subject, setSubject] = useState(template.subject);
  const [body, setBody] = useState(template.body);
  const [subjectId, setSubjectId] = useState(subjects[0]?.value ?? null);
  const last = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const typed = { kind, locale, subject, body, subjectId };
  const { preview, failed } = usePreview<TemplatePreview>(previewHref, typed);

  const insert = (name: string) => {
    const field = last.current ?? root.current?.querySelector('textarea');
    if (!field) return;
    const at = field.selectionStart ?? field.value.length;
    field.setRangeText(`{{${name}}}`, at, field.selectionEnd ?? at, 'end');
    field.focus();
    // The form learns of it as of typing.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (field.tagName === 'TEXTAREA') setBody(field.value);
    else setSubject(field.value);
  };

  return (
    <div ref={root} className="grid gap-6 py-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        <p className="meta">{words.note}</p>
        <TextField
          name="subject"
          label={words.subject}
          required
          dir={dir}
          lang={locale}
          maxLength={200}
          defaultValue={template.subject}
          onFocus={(event) => {
            last.current = event.target;
          }}
          onChange={(event) => setSubject(event.target.value)}
        />
        <TextAreaField
          name="body"
          label={words.body}
          required
          help={words.bodyHelp}
          rows={12}
          dir={dir}
          lang={locale}
          maxLength={10_000}
          defaultValue={template.body}
          onFocus={(event) => {
            last.current = event.target;
          }}
          onChange={(event) => setBody(event.target.value)}
        />
        <fieldset>
          <legend className="label mb-2">{words.insert}</legend>
          <div className="flex flex-wrap gap-1.5">
            {variables.map(({ name, label }) => (
              <button
                key={name}
                type="button"
                className="chip"
                title={`{{${name}}}`}
                onClick={() => insert(name)}
              >
                {label}
              </button>
            ))}
          </div>
        </fieldset>
      </div>
      <section aria-label={words.preview} className="flex min-w-0 flex-col gap-3">
        <SelectField
          name=""
          label={words.previewOn}
          options={subjects.length > 0 ? subjects : [{ value: '', label: words.example }]}
          value={subjectId ?? ''}
          onChange={(event) => setSubjectId(event.target.value || null)}
          // What it is tried on is no change of the template.
          onInput={(event) => event.stopPropagation()}
        />
        {preview && preview.unknown.length > 0 && (
          <Notice tone="warn">{words.unknown.replace('{names}', preview.unknown.join(' '))}</Notice>
        )}
        {failed && <Notice tone="warn">{words.failed}</Notice>}
        {preview ? (
          <>
            <p className="font-semibold text-sm" dir="auto">
              {preview.subject}
            </p>
            <div className="flex min-h-[36rem] flex-1 flex-col">
              <MailFrame html={preview.html} title={words.preview} />
            </div>
          </>
        ) : (
          <p className="meta" role="status">
            {words.waiting}
          </p>
        )}
      </section>
    </div>
  );
}
