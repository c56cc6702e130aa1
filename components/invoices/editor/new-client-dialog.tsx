'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { Form, type FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { SegmentedField } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import { lineId } from './editor-state';
import type { EditorWords } from './editor-words';

export type NewClientDefaults = {
  country: string;
  locale: string;
  currency: string;
  countries: { value: string; label: string }[];
};

/** A client made without leaving the invoice: what a bill needs; the rest can follow on the client's page. */
export function NewClientDialog({
  name,
  action,
  defaults,
  formWords,
  words,
  onMade,
  onClose,
}: {
  name: string;
  action: FormAction;
  defaults: NewClientDefaults;
  formWords: FormWords;
  words: EditorWords;
  onMade: (id: string) => void;
  onClose: () => void;
}) {
  const w = words.newClient;
  const [id] = useState(lineId);
  const [kind, setKind] = useState('ORGANISATION');
  return (
    <DialogShell title={w.title} note={w.note} closeLabel={w.cancel} onClose={onClose}>
      <Form action={action} words={formWords} guard={false} onDone={() => onMade(id)}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="then" value="stay" />
        <input type="hidden" name="locale" value={defaults.locale} />
        <input type="hidden" name="currency" value={defaults.currency} />
        <div className="form-grid">
          <div
            className="wide"
            onChange={(event) => setKind((event.target as HTMLInputElement).value)}
          >
            <SegmentedField
              name="kind"
              label={w.kind}
              defaultValue="ORGANISATION"
              options={[
                { value: 'ORGANISATION', label: w.organisation },
                { value: 'PERSON', label: w.person },
              ]}
            />
          </div>
          {kind === 'ORGANISATION' ? (
            <TextField name="companyName" label={w.companyName} required wide defaultValue={name} />
          ) : (
            <>
              <TextField
                name="givenName"
                label={w.givenName}
                required
                defaultValue={name.split(' ')[0]}
              />
              <TextField
                name="familyName"
                label={w.familyName}
                defaultValue={name.split(' ').slice(1).join(' ')}
              />
            </>
          )}
          <TextField name="email" label={w.email} type="email" required dir="ltr" />
          <TextField name="phone" label={w.phone} type="tel" dir="ltr" />
          <TextField name="street" label={w.street} wide />
          <TextField name="city" label={w.city} />
          <TextField name="postcode" label={w.postcode} />
          <SelectField
            name="country"
            label={w.country}
            required
            options={defaults.countries}
            defaultValue={defaults.country}
          />
          <TextField name="taxId" label={w.taxId} dir="ltr" />
        </div>
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={onClose}>{w.cancel}</Button>
          <SubmitButton>{w.save}</SubmitButton>
        </div>
      </Form>
    </DialogShell>
  );
}
