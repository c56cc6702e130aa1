'use client';
import { Building2, CopyCheck, User } from 'lucide-react';
import { useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PhoneField } from '@/components/ui/phone-input';
import { SegmentedField } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-input';
import type { ClientField } from '@/lib/businesses/client-fields';
import type { ClientFormWords } from './client-form-words';
import type { ClientFormValues } from './form-values';
import type { ClientCheckView } from './use-client-check';

/** Company or person, what they are called, and how to reach them. Stands inside `group/client`. */
export function NameFields({
  words,
  values,
  check,
  required,
  onKind,
}: {
  words: ClientFormWords;
  values: Pick<
    ClientFormValues,
    'kind' | 'companyName' | 'givenName' | 'familyName' | 'email' | 'phone'
  >;
  check: ClientCheckView;
  required: readonly ClientField[];
  onKind: (kind: ClientFormValues['kind']) => void;
}) {
  const personOnly = 'hidden group-has-[[value=PERSON]:checked]/client:flex';
  return (
    <>
      <SegmentedField
        name="kind"
        label={words.kind}
        hideLabel
        wide
        defaultValue={values.kind}
        onPick={(kind) => onKind(kind === 'PERSON' ? 'PERSON' : 'ORGANISATION')}
        options={[
          { value: 'ORGANISATION', label: words.company, icon: <Building2 /> },
          { value: 'PERSON', label: words.person, icon: <User /> },
        ]}
      />
      <TextField
        name="companyName"
        dir="auto"
        label={words.companyName}
        required
        wide
        defaultValue={values.companyName}
        maxLength={160}
        autoComplete="organization"
        className="group-has-[[value=PERSON]:checked]/client:hidden"
      />
      <TextField
        name="givenName"
        dir="auto"
        label={words.givenName}
        required
        defaultValue={values.givenName}
        maxLength={80}
        autoComplete="off"
        className={personOnly}
      />
      <TextField
        name="familyName"
        dir="auto"
        label={words.familyName}
        defaultValue={values.familyName}
        maxLength={80}
        autoComplete="off"
        className={personOnly}
      />
      <Duplicates words={words.duplicate} found={check.duplicates} />
      <TextField
        name="email"
        label={words.email}
        required
        help={words.emailHelp}
        defaultValue={values.email}
        type="email"
        dir="ltr"
        maxLength={254}
        autoComplete="off"
      />
      <PhoneField
        name="phone"
        label={words.phone}
        required={required.includes('phone')}
        help={<span aria-live="polite">{check.phoneRead}</span>}
        defaultValue={values.phone}
      />
    </>
  );
}

/** Asks whether it is one of these; "They differ" settles it for this form. It blocks nothing. */
function Duplicates({
  words,
  found,
}: {
  words: ClientFormWords['duplicate'];
  found: ClientCheckView['duplicates'];
}) {
  const [differ, setDiffer] = useState<string[]>([]);
  const left = found.filter(({ id }) => !differ.includes(id));
  return left.map(({ id, text, href }) => (
    <Notice
      key={id}
      tone="warn"
      wide
      icon={<CopyCheck />}
      title={words.title}
      actions={
        <>
          <LinkButton size="sm" href={href} plain target="_blank">
            {words.open}
          </LinkButton>
          <Button variant="ghost" size="sm" onClick={() => setDiffer([...differ, id])}>
            {words.differ}
          </Button>
        </>
      }
    >
      {text}
    </Notice>
  ));
}
